package io.kehu.migration.matching.exact;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Copies a clean UTF-8 CSV file without its exact duplicates, in its order, and writes
 * which lines were left out and what they repeat.
 *
 * @param input the file
 * @param delimiter the character between fields
 * @param header whether its first record names the columns; that is copied, not counted
 * @param columns which columns must be the same, from 0; empty for all
 */
public record FileDeduplication(Path input, char delimiter, boolean header, List<Integer> columns) {

	private static final int BUFFER = 1 << 20;

	public FileDeduplication {
		columns = List.copyOf(columns);
	}

	/**
	 * Run it.
	 * @param search how duplicates are found
	 * @param kept the file to write what is kept to
	 * @param merged the file to write the duplicates' lines to, as CSV
	 * @return the counts
	 * @throws IOException when reading or writing fails
	 */
	public DeduplicationReport run(DuplicateSearch search, Path kept, Path merged) throws IOException {
		Path spills = Files.createTempDirectory(kept.toAbsolutePath().getParent(), "duplicates");
		try (Duplicates duplicates = find(search, spills)) {
			return copy(duplicates, kept, merged);
		}
		finally {
			try (Stream<Path> left = Files.list(spills)) {
				for (Path file : left.toList()) {
					Files.delete(file);
				}
			}
			Files.delete(spills);
		}
	}

	/**
	 * Find the duplicates alone.
	 * @param search how
	 * @param spills a directory for spill files
	 * @return the duplicates
	 * @throws IOException when reading or spilling fails
	 */
	public Duplicates find(DuplicateSearch search, Path spills) throws IOException {
		try (CsvRecords records = open()) {
			if (this.header) {
				records.next();
			}
			return search.search(records, spills);
		}
	}

	private CsvRecords open() throws IOException {
		InputStream stream = Files.newInputStream(this.input);
		return new CsvRecords(stream, this.delimiter, this.columns);
	}

	private DeduplicationReport copy(Duplicates duplicates, Path kept, Path merged) throws IOException {
		long read = 0;
		long copied = 0;
		long left = 0;
		try (CsvRecords records = open();
				OutputStream output = new BufferedOutputStream(Files.newOutputStream(kept), BUFFER);
				OutputStream report = new BufferedOutputStream(Files.newOutputStream(merged), BUFFER)) {
			report.write("line,first_line\n".getBytes(StandardCharsets.US_ASCII));
			if (this.header && records.next()) {
				records.copyTo(output);
			}
			@Nullable Duplicate next = duplicates.next();
			while (records.next()) {
				read++;
				if (next != null && next.line() == records.line()) {
					left++;
					report.write((next.line() + "," + next.first() + "\n").getBytes(StandardCharsets.US_ASCII));
					next = duplicates.next();
				}
				else {
					copied++;
					records.copyTo(output);
				}
			}
		}
		return new DeduplicationReport(read, copied, left).checked(duplicates);
	}

}
