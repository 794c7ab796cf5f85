-- The biennium's money by theme or region, as the key says: of its project, else what its earmark names.
WITH funds AS MATERIALIZED (SELECT DISTINCT sub_fund AS fund FROM sub_fund),
spending AS MATERIALIZED (
  SELECT number FROM account WHERE section = 'expenditure' AND name NOT IN ('expenditure:in-kind', 'expenditure:programme-support')),
money AS (
  SELECT coalesce(promise.earmark, gift.earmark) AS earmark, posting.project, 0 AS pledged,
    iif(account = 401, -sum(posting.usd), 0) AS contributions, iif(account = 101, sum(posting.usd), 0) AS collected,
    iif(account = 601, -sum(posting.usd), 0) AS refunds, 0 AS expenditure
  FROM funds CROSS JOIN (SELECT 401 AS number UNION ALL SELECT 101 UNION ALL SELECT 601) AS wanted CROSS JOIN posting
    ON account = wanted.number AND posting.sub_fund = fund AND date BETWEEN '2002-01-01' AND '2003-12-31'
  LEFT JOIN contribution AS gift ON gift.entry = coalesce(posting.source, posting.document)
  LEFT JOIN pledge AS promise ON promise.entry = coalesce(gift.pledge, posting.document)
  WHERE account <> 101 OR document IN (SELECT entry FROM contribution) GROUP BY account, 1, 2
  UNION ALL
  SELECT NULL, posting.project, 0, 0, 0, 0, sum(posting.usd)
  FROM funds CROSS JOIN spending CROSS JOIN posting
    ON account = spending.number AND posting.sub_fund = fund AND date BETWEEN '2002-01-01' AND '2003-12-31' GROUP BY 2
  UNION ALL
  SELECT earmark, NULL, sum(usd), 0, 0, 0, 0
  FROM entry CROSS JOIN pledge ON pledge.entry = entry.seq
  WHERE series = 'PLG' AND year BETWEEN 2002 AND 2003
    AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.reverses = entry.seq) GROUP BY 1),
placed AS (
  SELECT {key} AS key, money.*
  FROM (SELECT earmark, project, sum(pledged) AS pledged, sum(contributions) AS contributions, sum(collected) AS collected,
      sum(refunds) AS refunds, sum(expenditure) AS expenditure FROM money GROUP BY 1, 2) AS money)
SELECT key, sum(pledged), sum(contributions), sum(collected), sum(refunds), sum(expenditure) FROM placed GROUP BY 1 ORDER BY 1;
