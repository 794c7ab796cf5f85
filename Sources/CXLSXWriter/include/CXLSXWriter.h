#ifndef CPCJF_CXLSXWRITER_H
#define CPCJF_CXLSXWRITER_H

#include <xlsxwriter.h>

/// The functions of libxlsxwriter that are called.
#define CPCJF_XLSX_FUNCTIONS(DO)         \
  DO(workbook_new_opt)                   \
  DO(workbook_add_worksheet)             \
  DO(workbook_add_format)                \
  DO(workbook_add_chart)                 \
  DO(workbook_set_properties)            \
  DO(workbook_close)                     \
  DO(lxw_workbook_free)                  \
  DO(worksheet_write_number)             \
  DO(worksheet_write_string)             \
  DO(worksheet_write_blank)              \
  DO(worksheet_write_formula_num)        \
  DO(worksheet_write_url)                \
  DO(worksheet_merge_range)              \
  DO(worksheet_set_row)                  \
  DO(worksheet_set_column)               \
  DO(worksheet_freeze_panes)             \
  DO(worksheet_repeat_rows)              \
  DO(worksheet_set_paper)                \
  DO(worksheet_set_landscape)            \
  DO(worksheet_fit_to_pages)             \
  DO(worksheet_set_footer)               \
  DO(worksheet_gridlines)                \
  DO(worksheet_insert_chart_opt)         \
  DO(worksheet_conditional_format_range) \
  DO(format_set_num_format)              \
  DO(format_set_bold)                    \
  DO(format_set_font_size)               \
  DO(format_set_font_color)              \
  DO(format_set_underline)               \
  DO(format_set_align)                   \
  DO(format_set_indent)                  \
  DO(format_set_text_wrap)               \
  DO(format_set_top)                     \
  DO(format_set_bottom)                  \
  DO(chart_add_series)                   \
  DO(chart_series_set_categories)        \
  DO(chart_series_set_values)            \
  DO(chart_series_set_name_range)        \
  DO(chart_series_set_fill)              \
  DO(chart_series_set_line)              \
  DO(chart_title_set_name)               \
  DO(chart_legend_set_position)          \
  DO(chart_axis_get)                     \
  DO(chart_axis_set_reverse)             \
  DO(chart_axis_set_num_format)          \
  DO(chart_axis_set_min)                 \
  DO(chart_set_series_gap)

#define CPCJF_MEMBER(function) __typeof__(&function) _Nonnull function;

/// libxlsxwriter, as it was found on this machine.
struct cpcjf_xlsx {
  CPCJF_XLSX_FUNCTIONS(CPCJF_MEMBER)
};

/// Finds libxlsxwriter the first time that it is asked for; NULL where there is none. Linked, it
/// would make every start of the program slower, of commands that never write a workbook too.
const struct cpcjf_xlsx *_Nullable cpcjf_xlsx_library(void);

#undef CPCJF_MEMBER

#endif
