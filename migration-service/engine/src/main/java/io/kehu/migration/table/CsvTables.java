package io.kehu.migration.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * Reads clean UTF-8 CSV files with a header into tables; files that need care go through
 * staging instead.
 */
public final class CsvTables {

	private CsvTables() {
	}

	/**
	 * Reads a file whole. Names and values are stripped of blanks around them.
	 * @param file a CSV file with a header line
	 * @return its rows
	 * @throws IOException when it cannot be read, or is empty
	 */
	public static Table read(Path file) throws IOException {
		try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(file)) {
			Iterator<CsvRecord> records = reader.iterator();
			if (!records.hasNext()) {
				throw new IOException("No header in %s".formatted(file));
			}
			List<ColumnBuilder> builders = new ArrayList<>();
			records.next().getFields().forEach((name) -> builders.add(new ColumnBuilder(name.strip())));
			while (records.hasNext()) {
				CsvRecord next = records.next();
				for (int i = 0; i < builders.size(); i++) {
					builders.get(i).add((i < next.getFieldCount()) ? next.getField(i).strip() : null);
				}
			}
			return new Table(builders.stream().map(ColumnBuilder::build).toList());
		}
	}

}
