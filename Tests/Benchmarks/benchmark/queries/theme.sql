iif(earmark LIKE 'theme:%', substr(earmark, 7), coalesce((
  SELECT theme FROM project_theme WHERE project_theme.entry = coalesce(
    money.project, (SELECT entry FROM project WHERE 'project:' || project.code = earmark))), 'not-earmarked'))
