package io.kehu.migration.html;

import java.util.List;
import java.util.Locale;

/**
 * Draws charts as inline SVG, coloured by the page's style so that they follow light and
 * dark.
 */
public final class Charts {

	private static final double WIDTH = 560;

	private static final double HEIGHT = 150;

	private static final double GAP = 2;

	private static final double LEAST = 2;

	private Charts() {
	}

	/**
	 * A bar that shows a share.
	 * @param to where to write
	 * @param kind the style's class of the filled part
	 * @param part the filled part
	 * @param whole the whole bar
	 */
	public static void bar(Markup to, String kind, long part, long whole) {
		double share = (whole == 0) ? 0 : Math.min(1, (double) part / whole);
		double width = (share > 0) ? Math.max(1, 100 * share) : 0;
		to.open("svg", "class", "bar", "viewBox", "0 0 100 8", "preserveAspectRatio", "none", "aria-hidden", "true");
		to.empty("rect", "class", "track", "width", "100", "height", "8");
		to.empty("rect", "class", kind, "width", format(width), "height", "8");
		to.close();
	}

	/** A line of small bars without words, as a first impression. */
	public static void spark(Markup to, List<Long> counts) {
		double most = (double) counts.stream().mapToLong(Long::longValue).max().orElse(1);
		double width = 120.0 / Math.max(12, counts.size());
		to.open("svg", "class", "spark", "viewBox", "0 0 120 28", "aria-hidden", "true");
		for (int i = 0; i < counts.size(); i++) {
			double height = (counts.get(i) == 0) ? 0 : Math.max(1.5, 26 * counts.get(i) / most);
			to.empty("rect", "class", "fill", "x", format(i * width), "y", format(28 - height), "width",
					format(width - 1), "height", format(height), "rx", "1");
		}
		to.close();
	}

	/**
	 * A histogram.
	 * @param to where to write
	 * @param title what it shows, for those who cannot see it
	 * @param ranges the words for each range
	 * @param counts how many in each range
	 */
	public static void histogram(Markup to, String title, List<String> ranges, List<Long> counts) {
		double most = (double) counts.stream().mapToLong(Long::longValue).max().orElse(1);
		double width = WIDTH / counts.size();
		to.open("svg", "class", "histogram", "viewBox", "0 0 560 150", "role", "img", "aria-label", title);
		for (int line = 1; line <= 3; line++) {
			String y = format(HEIGHT - line * (HEIGHT - 10) / 3);
			to.empty("line", "class", "grid", "x1", "0", "x2", format(WIDTH), "y1", y, "y2", y);
		}
		for (int i = 0; i < counts.size(); i++) {
			double height = (counts.get(i) == 0) ? 0 : Math.max(LEAST, (HEIGHT - 10) * counts.get(i) / most);
			to.open("rect", "class", "fill", "x", format(i * width + GAP / 2), "y", format(HEIGHT - height), "width",
					format(Math.max(1, width - GAP)), "height", format(height), "rx", "1.5");
			to.element("title", "%s: %s".formatted(ranges.get(i), Figures.count(counts.get(i))));
			to.close();
		}
		to.empty("line", "class", "axis", "x1", "0", "x2", format(WIDTH), "y1", format(HEIGHT), "y2", format(HEIGHT));
		to.close();
	}

	/**
	 * A box plot on the scale of the histogram above it.
	 * @param to where to write
	 * @param title what it shows, for those who cannot see it
	 * @param scale the ends of the scale
	 * @param marks 5%, lower quartile, median, upper quartile and 95%
	 */
	public static void box(Markup to, String title, double[] scale, double[] marks) {
		double[] at = new double[marks.length];
		for (int i = 0; i < marks.length; i++) {
			double share = (scale[1] > scale[0]) ? (marks[i] - scale[0]) / (scale[1] - scale[0]) : 0.5;
			at[i] = WIDTH * Math.min(1, Math.max(0, share));
		}
		to.open("svg", "class", "box", "viewBox", "0 0 560 22", "role", "img", "aria-label", title);
		to.empty("line", "class", "whisker", "x1", format(at[0]), "x2", format(at[4]), "y1", "11", "y2", "11");
		to.empty("line", "class", "whisker", "x1", format(at[0]), "x2", format(at[0]), "y1", "6", "y2", "16");
		to.empty("line", "class", "whisker", "x1", format(at[4]), "x2", format(at[4]), "y1", "6", "y2", "16");
		to.empty("rect", "class", "quartiles", "x", format(at[1]), "y", "3", "width",
				format(Math.max(LEAST, at[3] - at[1])), "height", "16", "rx", "2");
		to.empty("line", "class", "median", "x1", format(at[2]), "x2", format(at[2]), "y1", "3", "y2", "19");
		to.close();
	}

	private static String format(double value) {
		String text = String.format(Locale.ROOT, "%.2f", value);
		return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
	}

}
