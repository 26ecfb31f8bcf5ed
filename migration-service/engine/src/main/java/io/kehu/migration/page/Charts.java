package io.kehu.migration.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Computes where the parts of charts lie; templates draw them as inline SVG, coloured by
 * the page's style so that they follow light and dark.
 */
public final class Charts {

	private static final double WIDTH = 560;

	private static final double HEIGHT = 150;

	private static final double HEADROOM = 10;

	private static final double GAP = 2;

	private static final double LEAST = 2;

	private static final double SPARK_WIDTH = 120;

	private static final double SPARK_HEIGHT = 28;

	private static final int SPARK_BARS = 12;

	Charts() {
	}

	/** Returns the filled width of a bar that is 100 wide. */
	public String filled(long part, long whole) {
		double share = (whole == 0) ? 0 : Math.min(1, (double) part / whole);
		return filled(share);
	}

	/** Returns the filled width of a bar that is 100 wide. */
	public String filled(double share) {
		return format((share > 0) ? Math.max(1, 100 * share) : 0);
	}

	/** Returns the bars of a histogram of 560 by 150. */
	public List<Bar> histogram(List<Long> counts) {
		double width = WIDTH / counts.size();
		double most = most(counts);
		List<Bar> bars = new ArrayList<>();
		for (int i = 0; i < counts.size(); i++) {
			double height = (counts.get(i) == 0) ? 0 : Math.max(LEAST, (HEIGHT - HEADROOM) * counts.get(i) / most);
			bars.add(new Bar(format(i * width + GAP / 2), format(HEIGHT - height), format(Math.max(1, width - GAP)),
					format(height)));
		}
		return bars;
	}

	/** Returns the bars of a sparkline of 120 by 28. */
	public List<Bar> spark(List<Long> counts) {
		double width = SPARK_WIDTH / Math.max(SPARK_BARS, counts.size());
		double most = most(counts);
		List<Bar> bars = new ArrayList<>();
		for (int i = 0; i < counts.size(); i++) {
			double height = (counts.get(i) == 0) ? 0 : Math.max(1.5, (SPARK_HEIGHT - 2) * counts.get(i) / most);
			bars.add(new Bar(format(i * width), format(SPARK_HEIGHT - height), format(width - 1), format(height)));
		}
		return bars;
	}

	/** Returns the heights of a histogram's grid lines. */
	public List<String> grid() {
		return List.of(1, 2, 3).stream().map((line) -> format(HEIGHT - line * (HEIGHT - HEADROOM) / 3)).toList();
	}

	/**
	 * Returns the parts of a box plot on the scale of the histogram above it.
	 * @param scale the lower and the upper end of the scale
	 * @param marks 5%, lower quartile, median, upper quartile and 95%
	 */
	public Box box(List<Double> scale, List<Double> marks) {
		double from = scale.get(0);
		double to = scale.get(1);
		double[] at = marks.stream()
			.mapToDouble((mark) -> (to > from) ? (mark - from) / (to - from) : 0.5)
			.map((share) -> WIDTH * Math.min(1, Math.max(0, share)))
			.toArray();
		return new Box(format(at[0]), format(at[1]), format(Math.max(LEAST, at[3] - at[1])), format(at[2]),
				format(at[4]));
	}

	private static double most(List<Long> counts) {
		return counts.stream().mapToLong(Long::longValue).max().orElse(1);
	}

	private static String format(double value) {
		String text = String.format(Locale.ROOT, "%.2f", value);
		return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
	}

	/**
	 * One bar of a chart.
	 *
	 * @param x its left end
	 * @param y its upper end
	 * @param width its width
	 * @param height its height
	 */
	public record Bar(String x, String y, String width, String height) {
	}

	/**
	 * The parts of a box plot.
	 *
	 * @param low the left end of the whiskers
	 * @param left the left end of the box
	 * @param width the width of the box
	 * @param median the place of the median
	 * @param high the right end of the whiskers
	 */
	public record Box(String low, String left, String width, String median, String high) {
	}

}
