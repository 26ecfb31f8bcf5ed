package io.kehu.migration.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.kehu.migration.linkage.PairExplanation;

import org.springframework.web.util.HtmlUtils;

/**
 * Draws why two records match or not: one bar a field, from the weight before it to the
 * weight after it, in bits.
 */
final class Waterfall {

	static final String SVG = "image/svg+xml";

	private static final int ROW = 24;

	private static final int LEFT = 190;

	private static final int WIDTH = 420;

	private Waterfall() {
	}

	static String of(PairExplanation explanation) {
		List<Bar> bars = new ArrayList<>();
		bars.add(new Bar("before any evidence", "", 0, explanation.prior()));
		double before = explanation.prior();
		for (PairExplanation.Step step : explanation.steps()) {
			bars.add(new Bar(step.field(), step.agreement(), before, step.running()));
			before = step.running();
		}
		bars.add(new Bar("in all", "", 0, explanation.total()));
		double low = bars.stream().mapToDouble((bar) -> Math.min(bar.from(), bar.to())).min().orElse(0);
		double high = bars.stream().mapToDouble((bar) -> Math.max(bar.from(), bar.to())).max().orElse(0);
		double scale = WIDTH / Math.max(1, high - low);
		StringBuilder svg = new StringBuilder();
		svg.append(String
			.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
					+ " font-family=\"sans-serif\" font-size=\"12\"><title>Match weight in bits, field by field</title>",
					LEFT + WIDTH + 190, ROW * (bars.size() + 1)));
		double zero = LEFT - low * scale;
		svg.append(String.format(Locale.ROOT, "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\" stroke=\"#888\"/>",
				zero, zero, ROW * bars.size()));
		for (int i = 0; i < bars.size(); i++) {
			draw(svg, bars.get(i), i * ROW, zero, scale);
		}
		return svg.append("</svg>").toString();
	}

	private static void draw(StringBuilder svg, Bar bar, int top, double zero, double scale) {
		double start = zero + Math.min(bar.from(), bar.to()) * scale;
		double length = Math.max(1, Math.abs(bar.to() - bar.from()) * scale);
		svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LEFT - 8,
				top + 16, HtmlUtils.htmlEscape(bar.field())));
		svg.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
				start, top + 4, length, ROW - 8, (bar.to() >= bar.from()) ? "#2b7a4b" : "#b3402e"));
		svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\">%+.2f %s</text>", LEFT + WIDTH + 8, top + 16,
				bar.to() - bar.from(), HtmlUtils.htmlEscape(bar.agreement())));
	}

	/**
	 * One bar.
	 *
	 * @param field what it is for
	 * @param agreement how the values agree
	 * @param from the weight before
	 * @param to the weight after
	 */
	private record Bar(String field, String agreement, double from, double to) {
	}

}
