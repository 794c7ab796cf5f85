import CXLSXWriter
import FundDomain
import Plain

extension Workbook {
  /// Writes charts one under the other on a worksheet of their own: the figures of each, and
  /// under them the chart that Excel draws from them.
  func write(_ charts: [Chart], titled title: String) throws {
    guard !charts.isEmpty else { return }
    let (worksheet, name) = try worksheet(title)
    check(library.worksheet_set_column(worksheet, 0, 0, 54, nil))
    check(library.worksheet_set_column(worksheet, 1, 10, 18, nil))
    var line: UInt32 = 0
    for chart in charts {
      var figures = ChartFigures(chart, self, worksheet, name, line)
      figures.write()
      if chart.form == .heat {
        figures.shade()
      } else if figures.areExact {
        try figures.draw()
      }
      line = figures.end + 1
    }
  }
}

/// The figures of one chart on a worksheet.
private struct ChartFigures {
  private let chart: Chart
  private let book: Workbook
  private let worksheet: UnsafeMutablePointer<lxw_worksheet>
  private let name: String
  /// Where the titles of the series stand.
  private let head: UInt32
  private(set) var end: UInt32
  /// The series, with the mark that they are held against as one more.
  private let series: [(title: String, figures: [Int64])]

  /// Excel's pixels, and its lines of text.
  private static let lineHeight = 20

  init(
    _ chart: Chart, _ book: Workbook, _ worksheet: UnsafeMutablePointer<lxw_worksheet>,
    _ name: String, _ line: UInt32
  ) {
    self.chart = chart
    self.book = book
    self.worksheet = worksheet
    self.name = name
    head = line + 2
    end = head + 1 + UInt32(chart.items.count)
    let own = chart.series.enumerated().map { place, title in
      (title, chart.items.map { $0.figures[place] })
    }
    series =
      own + (chart.mark.map { mark in [(mark.label, chart.items.map { _ in mark.figure })] } ?? [])
  }

  func write() {
    write(chart.title, head - 2, 0, Look(isBold: true, size: 12))
    let undrawn = areExact || chart.form == .heat ? "" : "; too large for Excel to draw"
    write("(\(chart.unitTitle)\(undrawn))", head - 1, 0, Look(isQuiet: true))
    let titled = Look(
      isBold: true, isWrapped: true, isRight: true, isLow: true, ruleAbove: true, ruleBelow: true)
    write(" ", head, 0, Look(ruleAbove: true, ruleBelow: true))
    for (place, series) in series.enumerated() { write(series.title, head, place + 1, titled) }
    let height = headerHeight(series.map { ($0.title, 16) })
    book.check(book.library.worksheet_set_row(worksheet, head, height, nil))
    for (row, item) in chart.items.enumerated() {
      let line = head + 1 + UInt32(row)
      write(cut(item.label, toWidth: 52), line, 0, Look())
      for (place, series) in series.enumerated() { write(series.figures[row], line, place + 1) }
    }
  }

  /// A figure that Excel would round is words: of a chart it would draw nothing, and so it gets
  /// none.
  var areExact: Bool { series.allSatisfy { $0.figures.allSatisfy(SheetSums.isExact) } }

  private func write(_ figure: Int64, _ line: UInt32, _ column: Int) {
    guard SheetSums.isExact(figure) else {
      return write(chart.shown(figure), line, column, Look(number: Look.words, isRight: true))
    }
    let format = book.format(Look(number: number, isRight: true))
    book.check(
      book.library.worksheet_write_number(
        worksheet, line, UInt16(column), Double(figure) / (isMoney ? 100 : 1), format))
  }

  /// A table that is looked at as it stands: the larger a figure, the darker its ground.
  func shade() {
    var rule = lxw_conditional_format()
    rule.type = UInt8(LXW_CONDITIONAL_2_COLOR_SCALE.rawValue)
    rule.min_color = 0xFF_FFFF
    rule.max_color = 0x7E_ACD3
    book.check(
      book.library.worksheet_conditional_format_range(
        worksheet, head + 1, 1, head + UInt32(chart.items.count), UInt16(series.count), &rule))
  }

  mutating func draw() throws {
    let library = book.library
    guard let drawing = library.workbook_add_chart(book.book, UInt8(kind.rawValue)) else { return }
    for place in series.indices { add(place, to: drawing) }
    withText(chart.title, atMost: 255) { library.chart_title_set_name(drawing, $0) }
    let isKeyed = chart.hasKey || chart.mark != nil
    let legend = isKeyed ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
    library.chart_legend_set_position(drawing, UInt8(legend.rawValue))
    // Of bars that lie, the axis of the figures is the one called X.
    let isLine = chart.form == .line
    let figures = library.chart_axis_get(
      drawing, isLine ? LXW_CHART_AXIS_TYPE_Y : LXW_CHART_AXIS_TYPE_X)
    library.chart_axis_set_num_format(figures, "#,##0;(#,##0);0")
    // Left to itself, an axis may begin where the figures do, and lengths would tell nothing.
    if !series.contains(where: { $0.figures.contains { $0 < 0 } }) {
      library.chart_axis_set_min(figures, 0)
    }
    if !isLine {
      // The first item stands at the top, as in the table.
      library.chart_axis_set_reverse(library.chart_axis_get(drawing, LXW_CHART_AXIS_TYPE_Y))
      library.chart_set_series_gap(drawing, 60)
    }
    let bars = chart.items.count * (chart.form == .bars ? series.count : 1)
    let height = min(max(300, 120 + bars * 22 + series.count * 10), 1400)
    var options = lxw_chart_options()
    options.x_scale = 1.6
    options.y_scale = Double(height) / 288
    book.check(
      library.worksheet_insert_chart_opt(
        worksheet, end + 1, 0, drawing, &options))
    end += UInt32(height / Self.lineHeight + 2)
  }

  private func add(_ place: Int, to drawing: UnsafeMutablePointer<lxw_chart>) {
    let library = book.library
    guard let own = library.chart_add_series(drawing, nil, nil) else { return }
    let (first, last) = (head + 1, head + UInt32(chart.items.count))
    let column = UInt16(place + 1)
    library.chart_series_set_categories(own, name, first, 0, last, 0)
    library.chart_series_set_values(own, name, first, column, last, column)
    library.chart_series_set_name_range(own, name, head, column)
    let isMark = place == chart.series.count
    color(own, isMark ? 0x16_191D : Self.colors[place % Self.colors.count], isMark: isMark)
  }

  private func color(
    _ series: UnsafeMutablePointer<lxw_chart_series>, _ color: UInt32, isMark: Bool
  ) {
    guard chart.form == .line else {
      var fill = lxw_chart_fill()
      fill.color = color
      return book.library.chart_series_set_fill(series, &fill)
    }
    var line = lxw_chart_line()
    line.color = color
    line.width = 2.25
    if isMark { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
    book.library.chart_series_set_line(series, &line)
  }

  private func write(_ text: String, _ line: UInt32, _ column: Int, _ look: Look) {
    book.check(
      withText(text) {
        book.library.worksheet_write_string(
          worksheet, line, UInt16(column), $0, book.format(look))
      })
  }

  private var isMoney: Bool { chart.unit == .dollars }

  private var number: String {
    isMoney ? Look.money(exponent: 2, thousands: false) : Look.count
  }

  private var kind: lxw_chart_type {
    switch chart.form {
    case .bars, .shares, .heat: LXW_CHART_BAR
    case .stackedBars: LXW_CHART_BAR_STACKED
    case .line: LXW_CHART_LINE
    }
  }

  /// The colours of a page on paper.
  private static let colors: [UInt32] = [
    0x1D_5F93, 0xB4_540A, 0x3A_7136, 0x75_459B, 0x82_6400, 0xA3_304A, 0x1F_767D, 0x5B_636D,
  ]
}
