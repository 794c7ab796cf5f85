-- Every account's balance, from every posting.
SELECT account.name, sum(posting.usd) FROM posting JOIN account ON account.number = posting.account GROUP BY 1 ORDER BY 1;
