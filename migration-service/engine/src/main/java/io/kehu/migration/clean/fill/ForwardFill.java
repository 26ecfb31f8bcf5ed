package io.kehu.migration.clean.fill;

import org.jspecify.annotations.Nullable;

/**
 * Fills a hole with the last value before it; holes before the first value stay.
 */
public record ForwardFill() implements FillMethod {

	@Override
	public Filling fill(Gap given) {
		Gap gap = suited(given);
		int[] before = { -1 };
		return Filling.of(gap, (row) -> last(gap, before, row));
	}

	private static @Nullable String last(Gap gap, int[] before, int row) {
		for (int place = row - 1; place > before[0]; place--) {
			if (gap.kept().get(place) && gap.isKnown(place)) {
				before[0] = place;
				break;
			}
		}
		return (before[0] < 0) ? null : gap.column().value(before[0]);
	}

	@Override
	public String source() {
		return "forward";
	}

}
