package io.kehu.migration.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.kehu.migration.intake.Row;
import io.kehu.migration.staging.StagedSet;
import io.kehu.platform.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Returns staged rows page by page. A cursor contains the number of preceding rows; it is
 * not signed, because a caller who may read one page may read them all.
 */
@Component
public class RowPages {

	private static final int MOST = 200;

	/** The number of rows searched for one page of matching rows. */
	private static final int LOOKED_THROUGH = 200_000;

	private final StagedData data;

	RowPages(StagedData data) {
		this.data = data;
	}

	/**
	 * Returns a page of all rows of a set.
	 * @throws ProblemException 400 if a parameter is invalid
	 */
	public RowPage page(String set, int limit, @Nullable String cursor) throws IOException {
		return page(set, limit, cursor, (row) -> true);
	}

	/**
	 * Returns a page of the matching rows of a set. Any page may contain fewer rows than
	 * requested, or none, because the number of rows searched at once is limited.
	 * @throws ProblemException 400 if a parameter is invalid
	 */
	public RowPage page(String set, int limit, @Nullable String cursor, Predicate<Row> matching) throws IOException {
		if (limit < 1 || limit > MOST) {
			throw ProblemException.invalidParameter("limit", "out_of_range", "must be 1 to " + MOST);
		}
		long first = (cursor != null) ? position(cursor) : 0;
		StagedSet staged = this.data.require(set);
		int width = staged.columns().size();
		List<RowPage.StagedRow> items = new ArrayList<>();
		long read = first;
		boolean more = false;
		try (SetRows rows = this.data.rowsFrom(set, first)) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				if (items.size() == limit || read - first >= LOOKED_THROUGH) {
					more = true;
					break;
				}
				read++;
				if (matching.test(row)) {
					items.add(new RowPage.StagedRow(row.line(), values(row, width)));
				}
			}
		}
		return new RowPage(staged.columns(), items, more ? cursor(read) : null);
	}

	/**
	 * Returns a random sample of the matching rows of a set in their order, each with
	 * equal probability (Vitter's algorithm R, 1985).
	 * @throws ProblemException 400 if the size is invalid
	 */
	public RowPage sample(String set, int size, long seed, Predicate<Row> matching) throws IOException {
		if (size < 1 || size > MOST) {
			throw ProblemException.invalidParameter("size", "out_of_range", "must be 1 to " + MOST);
		}
		StagedSet staged = this.data.require(set);
		SplittableRandom random = new SplittableRandom(seed);
		TreeMap<Long, Row> drawn = new TreeMap<>();
		List<Long> places = new ArrayList<>();
		long met = 0;
		try (SetRows rows = this.data.rows(set)) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				if (matching.test(row)) {
					long place = (met < size) ? met : random.nextLong(met + 1);
					if (met < size) {
						places.add(met);
						drawn.put(met, row);
					}
					else if (place < size) {
						drawn.remove(places.set((int) place, met));
						drawn.put(met, row);
					}
					met++;
				}
			}
		}
		int width = staged.columns().size();
		List<RowPage.StagedRow> items = drawn.values()
			.stream()
			.map((row) -> new RowPage.StagedRow(row.line(), values(row, width)))
			.toList();
		return new RowPage(staged.columns(), items, null);
	}

	/**
	 * Returns one row of a set, counted from 0, as a page, which is empty if there is
	 * none.
	 */
	public RowPage at(String set, long row) throws IOException {
		return page(set, 1, cursor(row), (any) -> true);
	}

	static List<@Nullable String> values(Row row, int width) {
		List<@Nullable String> values = new ArrayList<>(width);
		for (int column = 0; column < width; column++) {
			values.add(row.value(column));
		}
		return values;
	}

	private static String cursor(long position) {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(("row:" + position).getBytes(StandardCharsets.US_ASCII));
	}

	private static long position(String cursor) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
			if (text.matches("row:\\d{1,15}")) {
				return Long.parseLong(text.substring(4));
			}
		}
		catch (IllegalArgumentException ex) {
			throw invalidCursor();
		}
		throw invalidCursor();
	}

	private static ProblemException invalidCursor() {
		return ProblemException.invalidParameter("cursor", "invalid_cursor", "is not a cursor for these rows");
	}

}
