package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names of columns as rules can write them: without characters that do not show, never
 * empty, never the same twice.
 *
 * @param names the names
 * @param originals what stood in the header, by name, where that is another text
 */
record ColumnNames(List<String> names, Map<String, String> originals) {

	static ColumnNames of(List<String> header) {
		List<String> names = new ArrayList<>();
		Map<String, String> originals = new LinkedHashMap<>();
		Set<String> taken = new HashSet<>();
		for (String cell : header) {
			String name = clean(cell);
			String unique = unique(name.isEmpty() ? "column_" + (names.size() + 1) : name, taken);
			names.add(unique);
			if (!unique.equals(cell)) {
				originals.put(unique, Storable.text(cell));
			}
		}
		return new ColumnNames(names, originals);
	}

	/** Returns a name that is not taken, and takes it. */
	static String unique(String name, Set<String> taken) {
		String unique = name;
		for (int i = 2; !taken.add(unique); i++) {
			unique = "%s (%d)".formatted(name, i);
		}
		return unique;
	}

	/**
	 * Returns a name with blanks of any kind as single ones, and without what does not
	 * show.
	 */
	static String clean(String cell) {
		StringBuilder name = new StringBuilder(cell.length());
		boolean blank = false;
		int[] symbols = cell.codePoints().toArray();
		for (int symbol : symbols) {
			if (Character.isWhitespace(symbol) || Character.isSpaceChar(symbol)) {
				blank = true;
			}
			else if (shows(symbol)) {
				name.append((blank && name.length() > 0) ? " " : "").appendCodePoint(symbol);
				blank = false;
			}
		}
		return name.toString();
	}

	private static boolean shows(int symbol) {
		int type = Character.getType(symbol);
		return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
	}

	static ColumnNames numbered(int count) {
		List<String> names = new ArrayList<>();
		for (int i = 1; i <= count; i++) {
			names.add("column_" + i);
		}
		return new ColumnNames(names, Map.of());
	}

}
