SELECT name, sum(usd) FROM postings GROUP BY 1 ORDER BY 1
