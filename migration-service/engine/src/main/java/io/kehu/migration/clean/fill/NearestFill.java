package io.kehu.migration.clean.fill;

import java.util.ArrayList;
import java.util.List;

import io.kehu.migration.clean.Numbers;
import io.kehu.migration.table.Column;

/**
 * Fills from the nearest rows: nan-Euclidean distance over standardised columns when all
 * hold numbers, Gower's when some hold categories.
 *
 * @param neighbours how many; 15 suits most and is taken for 0
 * @param weighting how much each counts
 * @param columns what tells rows apart; none for all that hold numbers, or few categories
 */
public record NearestFill(int neighbours, Weighting weighting, List<String> columns) implements FillMethod {

	public NearestFill {
		columns = (columns != null) ? List.copyOf(columns) : List.of();
		neighbours = (neighbours == 0) ? NeighbourFill.COUNT : neighbours;
		if (neighbours < 1) {
			throw new IllegalArgumentException("neighbours: at least 1 is needed, not %d".formatted(neighbours));
		}
	}

	/** The default: 15 neighbours of equal weight. */
	public static NearestFill standard() {
		return new NearestFill(NeighbourFill.COUNT, Weighting.UNIFORM, List.of());
	}

	@Override
	public Filling fill(Gap given) {
		Gap gap = suited(given);
		List<Column> others = gap.others(this.columns);
		List<Numbers> numbers = others.stream().map(Numbers::of).toList();
		boolean mixed = !gap.numeric() || !numbers.stream().allMatch(Numbers::complete);
		List<Feature> features = new ArrayList<>();
		features.add(gap.numeric() ? Feature.numeric(gap.numbers().values()) : Feature.category(gap.donors()));
		for (int i = 0; i < numbers.size(); i++) {
			double[] values = numbers.get(i).values();
			if (!numbers.get(i).complete()) {
				features.add(Feature.category(others.get(i)));
			}
			else {
				features.add(mixed ? Feature.ranged(values) : Feature.standardised(values));
			}
		}
		NeighbourFill fill = new NeighbourFill(this.neighbours, this.weighting,
				mixed ? Distance.GOWER : Distance.NAN_EUCLIDEAN);
		double[] values = fill.fill(features, 0, gap);
		if (gap.numeric()) {
			return Filling.numbers(gap, values);
		}
		int[] place = { 0 };
		return Filling.of(gap, (row) -> {
			double code = values[place[0]++];
			return Double.isNaN(code) ? null : gap.column().text((int) code);
		});
	}

	@Override
	public List<String> beside(List<String> all) {
		return this.columns.isEmpty() ? all : this.columns;
	}

	@Override
	public String source() {
		return "nearest %d".formatted(this.neighbours);
	}

}
