package io.kehu.migration.matching.report;

import java.util.Locale;
import java.util.stream.Stream;

import io.kehu.migration.html.Markup;
import io.kehu.migration.matching.PairExplanation;

/**
 * The weights of one pair as a waterfall, from the odds before any evidence to those
 * after all of it: an SVG picture that stands alone, without scripts, and readable aloud.
 */
public final class WaterfallPicture {

	private static final int WIDTH = 960;

	private static final int ROW = 46;

	private static final int TOP = 96;

	private static final int LABELS = 400;

	private static final int RIGHT = 880;

	private static final int LONGEST = 26;

	private static final String INK = "#1a2433";

	private static final String SOFT = "#586577";

	private static final String LINE = "#d5dce6";

	private static final String FOR = "#1b7f5f";

	private static final String AGAINST = "#b3261e";

	private static final String SUM = "#2c66c9";

	private final PairExplanation pair;

	private final String left;

	private final String right;

	private final double lowest;

	private final double highest;

	/**
	 * Prepare the picture of a pair.
	 * @param pair its explanation
	 * @param left what to call the first record
	 * @param right what to call the second
	 */
	public WaterfallPicture(PairExplanation pair, String left, String right) {
		this.pair = pair;
		this.left = left;
		this.right = right;
		double[] reached = Stream
			.concat(Stream.of(0.0, pair.prior()), pair.steps().stream().map(PairExplanation.Step::running))
			.mapToDouble(Double::doubleValue)
			.toArray();
		double least = 0;
		double most = 0;
		for (double weight : reached) {
			least = Math.min(least, weight);
			most = Math.max(most, weight);
		}
		this.lowest = 5 * Math.floor((least - 1) / 5);
		this.highest = 5 * Math.ceil((most + 1) / 5);
	}

	/** The picture as an SVG document. */
	public String svg() {
		int height = TOP + (this.pair.steps().size() + 2) * ROW + 44;
		Markup svg = new Markup();
		svg.open("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 " + WIDTH + " " + height, "width",
				Integer.toString(WIDTH), "height", Integer.toString(height), "role", "img", "aria-labelledby",
				"waterfall-title waterfall-description", "font-family",
				"system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif");
		svg.element("title", "Match weights of %s and %s".formatted(this.left, this.right), "id", "waterfall-title");
		svg.element("desc", description(), "id", "waterfall-description");
		svg.empty("rect", "width", Integer.toString(WIDTH), "height", Integer.toString(height), "fill", "#ffffff");
		heading(svg);
		grid(svg, height);
		row(svg, 0, "Before any evidence", "two records taken at random", 0, this.pair.prior(), SUM);
		double from = this.pair.prior();
		for (int i = 0; i < this.pair.steps().size(); i++) {
			PairExplanation.Step step = this.pair.steps().get(i);
			step(svg, i + 1, step, from);
			from = step.running();
		}
		row(svg, this.pair.steps().size() + 1, "All evidence together", verdict(), 0, this.pair.total(), SUM);
		return svg.close().toString();
	}

	private void heading(Markup svg) {
		text(svg, 24, 34, "start", INK, 19, "bold", shorten(this.left, 36) + " and " + shorten(this.right, 36));
		text(svg, 24, 58, "start", SOFT, 14, "normal",
				verdict() + ". Each bar is the evidence of one field: one bit more doubles the odds.");
	}

	private String verdict() {
		double percent = 100 * this.pair.probability();
		String probability = (percent > 99.9) ? "over 99.9"
				: (percent < 0.1) ? "under 0.1" : String.format(Locale.ROOT, "%.1f", percent);
		return "Probability of a match: %s%%".formatted(probability);
	}

	private void grid(Markup svg, int height) {
		double step = (this.highest - this.lowest > 50) ? 10 : 5;
		for (double bits = step * Math.ceil(this.lowest / step); bits <= this.highest; bits += step) {
			String at = number(x(bits));
			svg.empty("line", "x1", at, "x2", at, "y1", Integer.toString(TOP - 6), "y2", Integer.toString(height - 34),
					"stroke", (bits == 0) ? SOFT : LINE, "stroke-width", (bits == 0) ? "1.5" : "1");
			text(svg, x(bits), height - 16, "middle", SOFT, 12, "normal", (bits == 0) ? "0 bits" : signed(bits, 0));
		}
	}

	private void step(Markup svg, int index, PairExplanation.Step step, double from) {
		String values = (step.left().isEmpty() ? "–" : shorten(step.left(), LONGEST)) + " | "
				+ (step.right().isEmpty() ? "–" : shorten(step.right(), LONGEST));
		row(svg, index, shorten(step.field(), LONGEST) + ": " + step.agreement(), values, from, step.running(),
				(step.weight() == 0) ? SOFT : (step.weight() < 0) ? AGAINST : FOR);
	}

	private void row(Markup svg, int index, String label, String below, double from, double to, String colour) {
		int y = TOP + index * ROW;
		svg.open("g");
		text(svg, 24, y + 14, "start", INK, 14, "bold", label);
		text(svg, 24, y + 32, "start", SOFT, 13, "normal", below);
		double least = Math.min(x(from), x(to));
		double most = Math.max(x(from), x(to));
		svg.empty("rect", "x", number(least), "y", Integer.toString(y + 2), "width",
				number(Math.max(1.5, most - least)), "height", "26", "rx", "3", "fill", colour);
		svg.empty("line", "x1", number(x(to)), "x2", number(x(to)), "y1", Integer.toString(y + 28), "y2",
				Integer.toString(y + ROW + 2), "stroke", SOFT, "stroke-width", "1", "stroke-dasharray", "2 2");
		boolean backwards = to < from;
		text(svg, backwards ? least - 6 : most + 6, y + 20, backwards ? "end" : "start", colour, 14, "bold",
				signed(to - from, 1));
		svg.close();
	}

	private String description() {
		StringBuilder words = new StringBuilder("Before any evidence %s bits.".formatted(signed(this.pair.prior(), 1)));
		for (PairExplanation.Step step : this.pair.steps()) {
			words.append(" %s, %s: %s bits.".formatted(step.field(), step.agreement(), signed(step.weight(), 1)));
		}
		return words + " Together %s bits. %s.".formatted(signed(this.pair.total(), 1), verdict());
	}

	private static void text(Markup svg, double x, double y, String anchor, String colour, int size, String weight,
			String text) {
		svg.element("text", text, "x", number(x), "y", number(y), "text-anchor", anchor, "fill", colour, "font-size",
				Integer.toString(size), "font-weight", weight);
	}

	private double x(double bits) {
		double span = Math.max(5, this.highest - this.lowest);
		return LABELS + 48 + (RIGHT - LABELS - 48) * (bits - this.lowest) / span;
	}

	private static String shorten(String text, int longest) {
		if (text.codePointCount(0, text.length()) <= longest) {
			return text;
		}
		return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
	}

	private static String signed(double bits, int digits) {
		String text = String.format(Locale.ROOT, "%." + digits + "f", Math.abs(bits));
		boolean zero = text.matches("[0.]+");
		return zero ? text : ((bits < 0) ? "−" : "+") + text;
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}

}
