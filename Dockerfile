# Ugroup with its own PostgreSQL in one container. One container per data folder, never two: docs/self-host.md says why.
FROM node:24-bookworm-slim AS made
WORKDIR /ugroup
COPY . .
RUN npm ci && npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
# PostgreSQL refuses root and wants a user with a name; `node` (1000) is one.
RUN mkdir /data && chown node:node /data
WORKDIR /ugroup
COPY --from=made --chown=node:node /ugroup /ugroup
USER node
ENV UGROUP_DATA=/data NODE_ENV=production
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(a => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/main.js"]
