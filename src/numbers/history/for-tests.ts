// Small files as other programs write them: the columns are theirs, the people are made up.

const luma = (columns: string, ...rows: string[]) => `\ufeff${[columns, ...rows].join('\r\n')}\r\n`;

/** By the name of the layout; each has one evening's guests, two of three seated, one there, unless it says otherwise. */
export const files = {
  luma_2025: luma(
    'api_id,name,first_name,last_name,email,phone_number,created_at,approval_status,custom_source,checked_in_at,qr_code_url,amount,amount_tax,amount_discount,currency,coupon_code,eth_address,solana_address,survey_response_rating,survey_response_feedback,ticket_type_id,ticket_name',
    'g1,Ada Ahrens,Ada,Ahrens,ada@guests.example,,2026-01-02T10:00:00.000Z,approved,,2026-01-20T18:05:00.000Z,x,$0.00,$0.00,$0.00,,,,,,,t,Standard',
    'g2,Ben Busch,Ben,Busch,ben@guests.example,,2026-01-03T10:00:00.000Z,approved,web,,x,$0.00,$0.00,$0.00,,,,,,,t,Standard',
    'g3,Cy Cole,Cy,Cole,cy@guests.example,,2026-01-03T10:00:00.000Z,declined,,,x,$0.00,$0.00,$0.00,,,,,,,t,Standard',
  ),
  luma_2026_04: luma(
    'guest_id,name,first_name,last_name,email,phone_number,created_at,approval_status,checked_in_at,utm_source,referrer,referred_by,qr_code_url,amount,amount_tax,amount_discount,currency,coupon_code,eth_address,solana_address,survey_response_rating,survey_response_feedback,ticket_type_id,ticket_name,Which talk?',
    'g1,Ada Ahrens,Ada,Ahrens,ada@guests.example,,2026-01-02T10:00:00.000Z,approved,2026-01-20T18:05:00.000Z,,,,x,$0.00,$0.00,$0.00,,,,,,,t,Standard,=1+1',
    'g2,Ben Busch,Ben,Busch,ben@guests.example,,2026-01-03T10:00:00.000Z,approved,,,,,x,$0.00,$0.00,$0.00,,,,,,,t,Standard,',
    'g3,Cy Cole,Cy,Cole,cy@guests.example,,2026-01-03T10:00:00.000Z,pending,,,,,x,$0.00,$0.00,$0.00,,,,,,,t,Standard,',
  ),
  meetup_members:
    'Name\tUser ID\tTitle\tMember ID\tLocation\tJoined Group on\tLast visited group on\tLast Attended\tTotal RSVPs\tRSVPed Yes\tRSVPed Maybe\tRSVPed No\tMeetups attended\tNo shows\tIntro\tPhoto\tAssistant Organizer\tMailing List\tURL of Member Profile\n' +
    'Dana Diaz\tuser 12\t\t12\tMilwaukee\t03/05/2019\t01/05/2026\t\t4\t3\t0\t1\t2\t1\tHello "all"\tYes\tNo\tYes\thttps://example.org/12\n' +
    'Eli Ebert\tuser 13\t\t13\tMilwaukee\t03/05/2020\t01/05/2026\t\t1\t1\t0\t0\t0\t1\t\tNo\tNo\tYes\thttps://example.org/13\n',
  meetup_evening:
    'Name\tUser ID\tTitle\tEvent Host\tRSVP\tGuests\tRSVPed on\tJoined Group on\tURL of Member Profile\tAttendance\n' +
    'Dana Diaz\tuser 12\t\t\tYes\t+1\t01/05/2026\t03/05/2019\thttps://example.org/12\tY\n' +
    'Eli Ebert\tuser 13\t\t\tNo\t0\t01/05/2026\t03/05/2020\thttps://example.org/13\t\n' +
    'Fay Falk\t\t\t\t\t\t\t\t\tY\n',
  eventbrite_2024:
    'Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Group,Order Type,Currency,Total Paid,Fees Paid,Eventbrite Fees,Eventbrite Payment Processing,Attendee Status,Home Address 1,Home Address 2,Home City,Home State,Home Zip,Home Country,How did you hear?,Job Title,Company\n' +
    '1,11/29/24 22:28,Gus,Gray,gus@guests.example,1,,General,1,,Free Order,USD,0,0,0,0,Checked In,,,,,,,Friend,,\n' +
    '2,11/29/24 22:54,Hana,Hill,hana@guests.example,1,,General,2,,Free Order,USD,0,0,0,0,Attending,,,,,,,,,\n' +
    '3,11/29/24 22:54,Ian,Ito,ian@guests.example,1,,General,3,,Free Order,USD,0,0,0,0,Refunded,,,,,,,,,\n',
  eventbrite_2011:
    'Attendee #,Date,Last Name,First Name,Email,QTY,Ticket Type,Date Attending,Order #,Order Type,Amount (USD),Fees Paid (USD),Attendee Status,Job Title,Company,Website,Blog\n' +
    '1,02/01/11,Gray,Gus,gus@guests.example,2,General,"Mar 9, 2011 at 7:00 PM",1,Free,0,0,Attending,,,,\n',
  pretix_checkin:
    'Order code;Attendee name;Product;Price;Checked in;Checked out;Automatically checked in;E-mail;Company;Voucher code;Order date;Requires special attention;Comment;Seat ID;Seat name;Seat zone;Seat row;Seat number\r\n' +
    'AB1;"Jo ""JJ"" Jung";Seat;0.00;2026-01-20 18:03;;No;jo@guests.example;;;2026-01-02;No;;;;;;\r\n' +
    'AB2;"Kim\r\nKoch";Seat;0.00;;;No;kim@guests.example;;;2026-01-02;No;;;;;;\r\n',
  pretix_positions:
    'Event slug,Order code,Position ID,Status,Email,Phone number,Order date,Order time,Product,Variation,Price,Tax rate,Tax rule,Tax value,Attendee name,Attendee email,Company,Address,ZIP code,City,Country,State,Voucher,Pseudonymization ID,Seat ID,Seat name,Seat zone,Seat row,Seat number,Order comment,Follow-up date,Company,Invoice address name,Address,ZIP code,City,Country,State,VAT ID,Sales channel,Order locale,E-mail address verified,Payment providers\n' +
    `e,AB1,1,paid,pays@guests.example,,2026-01-02,10:00,Seat,,0,,,,Jo Jung,jo@guests.example${','.repeat(27)}\n` +
    `e,AB2,1,canceled,pays@guests.example,,2026-01-02,10:00,Seat,,0,,,,Kim Koch,kim@guests.example${','.repeat(27)}\n`,
  pretix_quotas:
    "Quota name,Total quota,Paid orders,Pending orders,Blocking vouchers,Current user's carts,Waiting list,Exited orders,Current availability\n" +
    'General,60,52,0,0,0,4,0,8\nStudents,20,11,0,0,0,0,0,9\n',
  sessionize_sessions:
    'Session Id,Title,Description,Owner,Owner Email,Session format,Level,Owner Informed,Owner Confirmed,Room,Scheduled At,Scheduled Duration,Live Link,Recording Link,Speaker Id,FirstName,LastName,Email,TagLine,Bio,X (Twitter),LinkedIn,Company Website,Blog,Instagram,Profile Picture\n' +
    '1,Queues,Why,Lea,lea@guests.example,Talk,All,,,Main,2026-01-20 18:00,30,,,s1,Lea,Lang,lea@guests.example,,,,,,,,\n' +
    '1,Queues,Why,Lea,lea@guests.example,Talk,All,,,Main,2026-01-20 18:00,30,,,s2,Max,Mohr,max@guests.example,,,,,,,,\n',
  sessionize_schedule: 'Day,Time,Room,Title,Speakers\n2026-01-20,18:00,Main,Queues,"Lea Lang, Max Mohr"\n',
  pretalx_sessions:
    'ID,Proposal title,Proposal state,Pending proposal state,Session type,Track,created,Tags,Abstract,Description,Notes,Internal notes,Duration,Slot count,Language,Session image,Speaker IDs,Speaker names,Room,Start\n' +
    'A1,Queues,accepted,,Talk,,2026-01-02,,,,,,30,1,en,,S1,Lea Lang,Main,2026-01-20 18:00\n',
  pretalx_speakers:
    'ID,Name,Biography,Email,Picture,Proposal IDs,Proposal titles\nS1,Lea Lang,,lea@guests.example,,A1,Queues\n',
  connpass: JSON.stringify({
    results_returned: 2,
    events: [
      {
        id: 1,
        title: 'もくもく会',
        started_at: '2026-01-20T19:00:00+09:00',
        limit: 40,
        accepted: 38,
        waiting: 3,
        group: { id: 9 },
      },
      { id: 2, title: 'LT大会', started_at: '2026-02-17T19:00:00+09:00', limit: null, accepted: 21, waiting: 0 },
    ],
  }),
  own_counts: 'group_id,starts_at,rsvps,came\ng,2025-11-11T18:00:00Z,80,41\ng,2025-12-09T18:00:00Z,60,33\n',
} as const;
