package io.kehu.migration.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Collects the texts of one column row by row and encodes them as it goes.
 */
public final class ColumnBuilder {

	private final String name;

	private final Map<String, Integer> codesByText = new HashMap<>();

	private final List<String> dictionary = new ArrayList<>();

	private int[] codes = new int[1024];

	private int rows;

	public ColumnBuilder(String name) {
		this.name = name;
	}

	/**
	 * Add the next row.
	 * @param value its text; null and blank are missing
	 */
	public void add(@Nullable String value) {
		if (this.rows == this.codes.length) {
			this.codes = Arrays.copyOf(this.codes, this.rows + (this.rows >> 1));
		}
		this.codes[this.rows++] = (value == null || value.isBlank()) ? Column.MISSING : encode(value);
	}

	private int encode(String value) {
		Integer code = this.codesByText.putIfAbsent(value, this.dictionary.size());
		if (code != null) {
			return code;
		}
		this.dictionary.add(value);
		return this.dictionary.size() - 1;
	}

	public Column build() {
		return new Column(this.name, Arrays.copyOf(this.codes, this.rows), this.dictionary.toArray(String[]::new));
	}

}
