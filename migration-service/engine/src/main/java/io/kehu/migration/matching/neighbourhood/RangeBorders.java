package io.kehu.migration.matching.neighbourhood;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.kehu.migration.intake.Row;

/**
 * Compares rows over the borders of ranges, so that no neighbours are missed where one
 * range ends; a window may reach over ranges that are shorter than it.
 */
public final class RangeBorders {

	private final SortedNeighbourhood search;

	private final int columns;

	private List<Row> before = List.of();

	/**
	 * Begins before the first range.
	 * @param search how rows are compared
	 * @param columns how many columns are compared
	 */
	public RangeBorders(SortedNeighbourhood search, int columns) {
		this.search = search;
		this.columns = columns;
	}

	/**
	 * Moves to the next range.
	 * @param first its first rows
	 * @param last its last rows
	 * @return the pairs of its rows with those of former ranges
	 */
	public List<NearDuplicate> next(List<Row> first, List<Row> last) {
		ComparedRows.Builder builder = new ComparedRows.Builder(this.columns);
		Stream.concat(this.before.stream(), first.stream()).forEach(builder::add);
		ComparedRows rows = builder.build();
		int border = this.before.size();
		List<NearDuplicate> found = new ArrayList<>();
		for (int place = 0; place < border; place++) {
			for (int other = border; other < Math.min(border + first.size(), place + this.search.window()); other++) {
				rows.compare(place, other, this.search.likeness(), found);
			}
		}
		List<Row> passed = new ArrayList<>(this.before);
		passed.addAll(last);
		this.before = passed.subList(Math.max(0, passed.size() - this.search.window() + 1), passed.size());
		return found;
	}

}
