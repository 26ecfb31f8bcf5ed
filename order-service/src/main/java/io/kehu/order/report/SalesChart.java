package io.kehu.order.report;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import io.kehu.platform.problem.ProblemException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.w3c.dom.Document;

/**
 * Draws a report: the revenue of each period, stacked by member.
 */
final class SalesChart {

	static final int MOST_SERIES = 12;

	private static final int WIDTH = 1000;

	private static final int HEIGHT = 560;

	private static final int MOST_LABELS = 40;

	private final CategoryChart chart;

	private SalesChart(CategoryChart chart) {
		this.chart = chart;
	}

	/**
	 * Prepares the chart of a report.
	 * @throws ProblemException 400 if it has several currencies or too many members
	 */
	static SalesChart of(SalesReport report) {
		List<String> currencies = report.totals().stream().map((total) -> total.revenue().currency()).toList();
		if (currencies.size() > 1) {
			throw ProblemException.invalidParameter("currency", "required",
					"is needed, since the sales are in %s".formatted(currencies));
		}
		List<LocalDate> periods = periods(report);
		Map<String, Map<LocalDate, BigDecimal>> series = series(report);
		if (series.size() > MOST_SERIES) {
			throw ProblemException.invalidParameter("top", "too_many_rows",
					"a chart shows at most %d members".formatted(MOST_SERIES));
		}
		CategoryChart chart = new CategoryChartBuilder().width(WIDTH)
			.height(HEIGHT)
			.title("Revenue by " + report.interval())
			.xAxisTitle("")
			.yAxisTitle(currencies.isEmpty() ? "" : currencies.get(0))
			.build();
		style(chart.getStyler(), report, periods.size());
		List<String> labels = periods.stream().map((period) -> label(report.interval(), period)).toList();
		series.forEach((name, amounts) -> chart.addSeries(name, labels,
				periods.stream().map((period) -> amounts.getOrDefault(period, BigDecimal.ZERO)).toList()));
		if (series.isEmpty()) {
			chart.addSeries("No sales", labels, periods.stream().map((period) -> BigDecimal.ZERO).toList());
		}
		return new SalesChart(chart);
	}

	private static void style(CategoryStyler styler, SalesReport report, int periods) {
		styler.setStacked(true);
		styler.setLocale(Locale.ENGLISH);
		styler.setYAxisDecimalPattern("#,##0");
		styler.setXAxisLabelRotation((periods > MOST_SERIES) ? 60 : 0);
		styler.setXAxisMaxLabelCount(MOST_LABELS);
		styler.setLegendVisible(report.by() != SalesDimension.NONE);
		styler.setLegendPosition(Styler.LegendPosition.OutsideE);
		styler.setAntiAlias(true);
	}

	private static List<LocalDate> periods(SalesReport report) {
		List<LocalDate> periods = new ArrayList<>();
		LocalDate period = report.interval().first(report.from());
		while (!period.isAfter(report.to())) {
			periods.add(period);
			period = report.interval().next(period);
		}
		return periods;
	}

	private static Map<String, Map<LocalDate, BigDecimal>> series(SalesReport report) {
		Map<String, Map<LocalDate, BigDecimal>> series = new LinkedHashMap<>();
		for (SalesReport.SalesRow row : report.rows()) {
			series.computeIfAbsent(name(report, row), (unknown) -> new LinkedHashMap<>())
				.put(row.period(), row.revenue().decimal());
		}
		return series;
	}

	/** Members with equal names are told apart by their ids. */
	private static String name(SalesReport report, SalesReport.SalesRow row) {
		if (report.by() == SalesDimension.NONE) {
			return "Revenue";
		}
		String id = Objects.toString(row.member(), "none");
		boolean unique = report.rows()
			.stream()
			.noneMatch((other) -> Objects.equals(other.name(), row.name())
					&& !Objects.equals(other.member(), row.member()));
		return (row.name() == null) ? id : unique ? row.name() : row.name() + " " + id;
	}

	private static String label(SalesInterval interval, LocalDate period) {
		return switch (interval) {
			case DAY, WEEK -> period.toString();
			case MONTH -> period.format(DateTimeFormatter.ofPattern("yyyy-MM", Locale.ROOT));
			case QUARTER -> period.format(DateTimeFormatter.ofPattern("yyyy-'Q'q", Locale.ROOT));
			case YEAR -> String.valueOf(period.getYear());
		};
	}

	/** Returns the chart as a PNG. */
	byte[] png() {
		BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		this.chart.paint(graphics, WIDTH, HEIGHT);
		graphics.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			ImageIO.write(image, "png", bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** Returns the chart as SVG. */
	byte[] svg() {
		SVGGraphics2D graphics = new SVGGraphics2D(document());
		graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
		this.chart.paint(graphics, WIDTH, HEIGHT);
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (Writer writer = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
			graphics.stream(writer, false);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	private static Document document() {
		try {
			return DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.getDOMImplementation()
				.createDocument("http://www.w3.org/2000/svg", "svg", null);
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
