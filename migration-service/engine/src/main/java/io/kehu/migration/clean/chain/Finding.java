package io.kehu.migration.clean.chain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.kehu.migration.clean.fill.RowShare;
import io.kehu.migration.table.Column;
import io.kehu.migration.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * What a rule that looked at all rows found out about one of them, so that it can be
 * carried out where the row is.
 *
 * @param row the row, from 0 in its part
 * @param kind what the rule does to it
 * @param column the column, null for the whole row
 * @param reason why, or the source of the value
 * @param value what the cell is filled with, null for other kinds
 */
public record Finding(int row, MarkKind kind, @Nullable String column, String reason, @Nullable String value) {

	/**
	 * What was found out about some of the rows.
	 * @param all what the rule made of all rows
	 * @param from the first row of the part
	 * @param to the row behind it
	 * @return by mark and row
	 */
	public static List<Finding> of(Cleaning all, int from, int to) {
		List<Finding> findings = new ArrayList<>();
		for (Mark mark : all.marks()) {
			String name = mark.column();
			Column filled = (setsValues(mark.kind()) && name != null) ? all.after().column(name) : null;
			for (int row = mark.rows().nextSetBit(from); row >= 0 && row < to; row = mark.rows().nextSetBit(row + 1)) {
				String value = (filled != null) ? filled.value(row) : null;
				findings.add(new Finding(row - from, mark.kind(), name, mark.reason(), value));
			}
		}
		return findings;
	}

	/**
	 * Carry out a rule on a part of the rows.
	 * @param part the rows
	 * @param findings what was found out about them
	 * @return as if the rule had been carried out on all rows, without the others
	 */
	public static Cleaning apply(Table part, List<Finding> findings) {
		Map<Mark, List<Finding>> marks = new LinkedHashMap<>();
		for (Finding finding : findings) {
			Mark mark = new Mark(finding.kind, finding.column, finding.reason, new BitSet());
			marks.computeIfAbsent(mark, (fresh) -> new ArrayList<>()).add(finding);
		}
		CleaningState workbench = new CleaningState(part, Map.of(), RowShare.ALL);
		marks.forEach((mark, found) -> apply(workbench, mark, found));
		return workbench.finish();
	}

	private static boolean setsValues(MarkKind kind) {
		return kind == MarkKind.FILLED || kind == MarkKind.REPLACED;
	}

	private static void apply(CleaningState workbench, Mark like, List<Finding> findings) {
		int[] rows = findings.stream().mapToInt(Finding::row).toArray();
		BitSet found = new BitSet();
		for (int row : rows) {
			found.set(row);
		}
		String column = like.column();
		if (!setsValues(like.kind()) || column == null) {
			workbench.act(column, found, (like.kind() == MarkKind.DROPPED) ? RuleAction.DROP : RuleAction.FLAG,
					like.reason());
			return;
		}
		List<@Nullable String> values = new ArrayList<>();
		findings.forEach((finding) -> values.add(finding.value));
		workbench.put(workbench.table().column(column).with(rows, values));
		workbench.mark(new Mark(like.kind(), column, like.reason(), found));
	}

}
