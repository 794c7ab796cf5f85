-- The biennium's money by donor, from the index of totals: what report biennium --by donor prints.
WITH funds AS MATERIALIZED (SELECT DISTINCT sub_fund AS fund FROM sub_fund),
spending AS MATERIALIZED (
  SELECT number FROM account WHERE section = 'expenditure' AND name NOT IN ('expenditure:in-kind', 'expenditure:programme-support')),
money AS (
  SELECT posting.donor, 0 AS pledged, -sum(usd) AS contributions, 0 AS collected, 0 AS refunds, 0 AS expenditure
  FROM funds CROSS JOIN posting ON account = 401 AND posting.sub_fund = fund AND date BETWEEN '2002-01-01' AND '2003-12-31' GROUP BY 1
  UNION ALL
  SELECT posting.donor, 0, 0, sum(usd), 0, 0
  FROM funds CROSS JOIN posting ON account = 101 AND posting.sub_fund = fund AND date BETWEEN '2002-01-01' AND '2003-12-31'
  WHERE document IN (SELECT entry FROM contribution) GROUP BY 1
  UNION ALL
  SELECT posting.donor, 0, 0, 0, -sum(usd), 0
  FROM funds CROSS JOIN posting ON account = 601 AND posting.sub_fund = fund AND date BETWEEN '2002-01-01' AND '2003-12-31' GROUP BY 1
  UNION ALL
  SELECT posting.donor, 0, 0, 0, 0, sum(usd)
  FROM funds CROSS JOIN spending CROSS JOIN posting
    ON account = spending.number AND posting.sub_fund = fund AND date BETWEEN '2002-01-01' AND '2003-12-31' GROUP BY 1
  UNION ALL
  SELECT pledge.donor, sum(usd), 0, 0, 0, 0
  FROM entry CROSS JOIN pledge ON pledge.entry = entry.seq
  WHERE series = 'PLG' AND year BETWEEN 2002 AND 2003
    AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.reverses = entry.seq) GROUP BY 1)
SELECT donor.code, sum(pledged), sum(contributions), sum(collected), sum(refunds), sum(expenditure)
FROM money JOIN donor ON donor.entry = money.donor GROUP BY 1 ORDER BY 1;
