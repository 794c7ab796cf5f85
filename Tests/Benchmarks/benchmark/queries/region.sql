iif(earmark LIKE 'region:%', substr(earmark, 8), coalesce((
  SELECT CASE WHEN scope = 'global' THEN scope WHEN scope LIKE 'regional:%' THEN substr(scope, 10) ELSE (
    SELECT region FROM project_country JOIN ({regions}) AS lies ON lies.country = project_country.country
    WHERE project_country.entry = project.entry) END
  FROM project WHERE project.entry = coalesce(
    money.project, (SELECT entry FROM project WHERE 'project:' || project.code = earmark))), 'not-earmarked'))
