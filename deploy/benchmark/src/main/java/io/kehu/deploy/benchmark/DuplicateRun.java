package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.kehu.migration.intake.Intake;
import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import io.kehu.migration.matching.exact.DuplicateSearch;
import io.kehu.migration.matching.exact.Duplicates;
import io.kehu.migration.matching.exact.FoundDuplicates;
import io.kehu.migration.matching.exact.HashSearch;
import io.kehu.migration.matching.exact.KeyRange;
import io.kehu.migration.matching.exact.RowKeys;
import io.kehu.migration.matching.exact.SortSearch;
import io.kehu.migration.matching.exact.SpillFolder;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.Partitioning;
import io.kehu.migration.staging.SetWriter;
import io.kehu.migration.staging.StagedSet;
import io.kehu.migration.staging.StagingArea;
import io.kehu.migration.staging.StagingCipher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Removes the duplicates of one file as the migration service does with its defaults:
 * reads it into encrypted staging, searches the keys in four ranges with two workers, and
 * stages the rows that are kept. Prints the number of rows kept, the memory used, and the
 * seconds spent on reading and on deduplication.
 */
@Command(name = "duplicates-run", hidden = true, description = "One run of duplicates.")
final class DuplicateRun implements Callable<Integer> {

	private static final double SECOND = 1e9;

	private static final int RANGES = 4;

	private static final int WORKERS = 2;

	private static final int SORT_MEGABYTES = 16;

	private static final long ROWS_PER_PARTITION = 50_000;

	private static final String FOUND = "found";

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(index = "0", description = "hash or sort")
	private String method = "hash";

	@Parameters(index = "1", description = "CSV file")
	private Path input = Path.of("");

	@Parameters(index = "2", description = "Directory for what is written")
	private Path directory = Path.of("");

	@Override
	public Integer call() throws Exception {
		byte[] key = new byte[StagingCipher.KEY_BYTES];
		new SecureRandom().nextBytes(key);
		StagingArea area = new StagingArea(this.directory, StagingCipher.of(List.of(key)));
		long start = System.nanoTime();
		StagedSet rows = stage(area);
		long staged = System.nanoTime();
		search(area, rows);
		long kept = merge(area, rows);
		long end = System.nanoTime();
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(String.format(Locale.ROOT, "%d %d %.2f %.2f", kept, OwnProcess.residentMebibytes(),
				(staged - start) / SECOND, (end - staged) / SECOND));
		out.flush();
		for (String set : List.of("input", FOUND, "kept")) {
			area.delete(set);
		}
		return 0;
	}

	private StagedSet stage(StagingArea area) throws IOException {
		try (InputStream stream = Files.newInputStream(this.input); RowSource source = Intake.standard().open(stream)) {
			return area.stage("input", source, ROWS_PER_PARTITION);
		}
	}

	private void search(StagingArea area, StagedSet rows) throws InterruptedException, ExecutionException {
		ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
		try {
			List<Future<?>> ranges = new ArrayList<>();
			for (int number = 0; number < RANGES; number++) {
				KeyRange range = new KeyRange(number, RANGES);
				ranges.add(workers.submit(() -> search(area, rows, range)));
			}
			for (Future<?> range : ranges) {
				range.get();
			}
		}
		finally {
			workers.shutdownNow();
		}
	}

	private Void search(StagingArea area, StagedSet rows, KeyRange range) throws IOException {
		DuplicateSearch search = this.method.equals("hash") ? new HashSearch() : new SortSearch(SORT_MEGABYTES);
		try (SpillFolder spills = new SpillFolder();
				RowKeys keys = new RowKeys(new StagedSetRows(area, rows), List.of(), range, (more) -> {
				});
				Duplicates duplicates = search.search(keys, spills.path());
				PartitionWriter writer = area.writePartition(FOUND, range.number())) {
			FoundDuplicates.write(duplicates, writer);
		}
		return null;
	}

	private static long merge(StagingArea area, StagedSet rows) throws IOException {
		try (FoundDuplicates found = new FoundDuplicates(area, FOUND, RANGES);
				StagedSetRows all = new StagedSetRows(area, rows);
				SetWriter output = area.write("kept", Partitioning.byRange(ROWS_PER_PARTITION))) {
			Row next = found.next();
			for (Row row = all.next(); row != null; row = all.next()) {
				if (next != null && next.line() == all.number()) {
					next = found.next();
				}
				else {
					output.write(row);
				}
			}
			return output.complete(rows.columns()).rows();
		}
	}

}
