package io.kehu.migration.matching.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import io.kehu.migration.matching.PairExplanation;
import io.kehu.migration.page.ReportTemplates;

/**
 * Shows the weights of one pair as a waterfall, from the odds before any evidence to
 * those after all of it: a self-contained SVG picture without scripts that can be read
 * aloud.
 */
public final class WaterfallPicture {

	private static final int ROW = 46;

	private static final int TOP = 96;

	private static final int BOTTOM = 44;

	private static final int BARS_FROM = 448;

	private static final int BARS_TO = 880;

	private static final int LONGEST = 26;

	private static final int LONGEST_NAME = 36;

	private static final String SOFT = "#586577";

	private static final String FOR = "#1b7f5f";

	private static final String AGAINST = "#b3261e";

	private static final String SUM = "#2c66c9";

	private final PairExplanation pair;

	private final String left;

	private final String right;

	private final double lowest;

	private final double highest;

	/**
	 * Creates the picture of a pair.
	 * @param pair its explanation
	 * @param left the name of the first record
	 * @param right the name of the second record
	 */
	public WaterfallPicture(PairExplanation pair, String left, String right) {
		this.pair = pair;
		this.left = left;
		this.right = right;
		double[] reached = Stream
			.concat(Stream.of(0.0, pair.prior()), pair.steps().stream().map(PairExplanation.Step::running))
			.mapToDouble(Double::doubleValue)
			.toArray();
		this.lowest = 5 * Math.floor((DoubleStream.of(reached).min().orElse(0) - 1) / 5);
		this.highest = 5 * Math.ceil((DoubleStream.of(reached).max().orElse(0) + 1) / 5);
	}

	/** Returns the picture as an SVG document. */
	public String svg() {
		return ReportTemplates.svg("waterfall", Map.of("picture", this));
	}

	/** Returns the name of the first record. */
	public String left() {
		return this.left;
	}

	/** Returns the name of the second record. */
	public String right() {
		return this.right;
	}

	/** Returns the height of the picture. */
	public int height() {
		return TOP + (this.pair.steps().size() + 2) * ROW + BOTTOM;
	}

	/** Returns the heading. */
	public String heading() {
		return shorten(this.left, LONGEST_NAME) + " and " + shorten(this.right, LONGEST_NAME);
	}

	/** Returns the probability of a match in words. */
	public String verdict() {
		double percent = 100 * this.pair.probability();
		String probability = (percent > 99.9) ? "over 99.9"
				: (percent < 0.1) ? "under 0.1" : String.format(Locale.ROOT, "%.1f", percent);
		return "Probability of a match: %s%%".formatted(probability);
	}

	/** Returns all that the picture shows in words. */
	public String description() {
		StringBuilder words = new StringBuilder("Before any evidence %s bits.".formatted(signed(this.pair.prior(), 1)));
		for (PairExplanation.Step step : this.pair.steps()) {
			words.append(" %s, %s: %s bits.".formatted(step.field(), step.agreement(), signed(step.weight(), 1)));
		}
		return words + " Together %s bits. %s.".formatted(signed(this.pair.total(), 1), verdict());
	}

	/** Returns the lines of the grid. */
	public List<GridLine> grid() {
		double step = (this.highest - this.lowest > 50) ? 10 : 5;
		List<GridLine> lines = new ArrayList<>();
		for (double bits = step * Math.ceil(this.lowest / step); bits <= this.highest; bits += step) {
			lines.add(new GridLine(number(x(bits)), (bits == 0) ? "0 bits" : signed(bits, 0), bits == 0));
		}
		return lines;
	}

	/** Returns the rows, one for each field between the prior and the total. */
	public List<Row> rows() {
		List<Row> rows = new ArrayList<>();
		double from = this.pair.prior();
		rows.add(row(0, "Before any evidence", "two records taken at random", 0, from, SUM));
		for (PairExplanation.Step step : this.pair.steps()) {
			String values = (step.left().isEmpty() ? "–" : shorten(step.left(), LONGEST)) + " | "
					+ (step.right().isEmpty() ? "–" : shorten(step.right(), LONGEST));
			rows.add(row(rows.size(), shorten(step.field(), LONGEST) + ": " + step.agreement(), values, from,
					step.running(), (step.weight() == 0) ? SOFT : (step.weight() < 0) ? AGAINST : FOR));
			from = step.running();
		}
		rows.add(row(rows.size(), "All evidence together", verdict(), 0, this.pair.total(), SUM));
		return rows;
	}

	private Row row(int index, String label, String values, double from, double to, String colour) {
		double left = Math.min(x(from), x(to));
		double right = Math.max(x(from), x(to));
		boolean backwards = to < from;
		return new Row(TOP + index * ROW, new Words(label, values, signed(to - from, 1)), number(left),
				number(Math.max(1.5, right - left)), number(x(to)),
				new Place(number(backwards ? left - 6 : right + 6), backwards ? "end" : "start", colour));
	}

	private double x(double bits) {
		double span = Math.max(5, this.highest - this.lowest);
		return BARS_FROM + (BARS_TO - BARS_FROM) * (bits - this.lowest) / span;
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

	/**
	 * A line of the grid.
	 *
	 * @param x its place
	 * @param label its weight in bits
	 * @param zero whether it marks even odds
	 */
	public record GridLine(String x, String label, boolean zero) {
	}

	/**
	 * A bar with its words.
	 *
	 * @param y its upper end
	 * @param words what is written beside it
	 * @param left its left end
	 * @param width its width
	 * @param end where it ends
	 * @param place where its weight is written
	 */
	public record Row(int y, Words words, String left, String width, String end, Place place) {
	}

	/**
	 * The words beside a bar.
	 *
	 * @param label the field and how its values agree
	 * @param values the two values
	 * @param weight the weight in bits
	 */
	public record Words(String label, String values, String weight) {
	}

	/**
	 * Where and how a weight is written.
	 *
	 * @param x its place
	 * @param anchor which end of the text is there
	 * @param colour its colour, also that of the bar
	 */
	public record Place(String x, String anchor, String colour) {
	}

}
