// Small symmetric systems of equations.

/** A symmetric positive definite matrix, row by row. */
export type Matrix = Float64Array[];

/** A matrix with `values` down its diagonal. */
export function diagonal(values: ArrayLike<number>): Matrix {
  return Array.from({ length: values.length }, (_, i) => {
    const row = new Float64Array(values.length);
    row[i] = values[i]!;
    return row;
  });
}

/** The inverse, by Cholesky. Throws where the matrix is not positive definite: a prior on each coefficient makes it so. */
export function inverse(matrix: Matrix): Matrix {
  const size = matrix.length;
  const lower = cholesky(matrix);
  const columns = Array.from({ length: size }, (_, column) => {
    const y = new Float64Array(size);
    for (let i = 0; i < size; i++) {
      let sum = i === column ? 1 : 0;
      for (let j = 0; j < i; j++) sum -= lower[i]![j]! * y[j]!;
      y[i] = sum / lower[i]![i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = y[i]!;
      for (let j = i + 1; j < size; j++) sum -= lower[j]![i]! * y[j]!;
      y[i] = sum / lower[i]![i]!;
    }
    return y;
  });
  return columns;
}

function cholesky(matrix: Matrix): Matrix {
  const lower = matrix.map((row) => new Float64Array(row.length));
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!;
      if (i !== j) lower[i]![j] = sum / lower[j]![j]!;
      else if (sum > 0) lower[i]![i] = Math.sqrt(sum);
      else throw new Error('forecast: the matrix is not positive definite');
    }
  }
  return lower;
}

/** matrix × vector. */
export function times(matrix: Matrix, vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, vector));
}

/** Σ aᵢ bᵢ */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
