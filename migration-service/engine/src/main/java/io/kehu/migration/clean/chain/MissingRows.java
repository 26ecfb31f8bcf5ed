package io.kehu.migration.clean.chain;

import java.util.BitSet;

import io.kehu.migration.table.Column;
import io.kehu.migration.table.MissingWords;

/**
 * Finds the rows without a value in a column, or with a word for nothing such as "n/a".
 */
final class MissingRows {

	private MissingRows() {
	}

	static BitSet of(Column column) {
		boolean[] words = new boolean[column.distinct()];
		for (int code = 0; code < words.length; code++) {
			words[code] = MissingWords.contains(column.text(code));
		}
		BitSet missing = new BitSet();
		for (int row = 0; row < column.rows(); row++) {
			int code = column.code(row);
			missing.set(row, code == Column.MISSING || words[code]);
		}
		return missing;
	}

}
