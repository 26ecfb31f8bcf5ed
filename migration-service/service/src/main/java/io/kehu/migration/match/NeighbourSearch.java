package io.kehu.migration.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.JobFailure;
import io.kehu.migration.job.JobTask;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.Stage;
import io.kehu.migration.matching.neighbourhood.NearDuplicate;
import io.kehu.migration.matching.neighbourhood.NeighbourKey;
import io.kehu.migration.matching.neighbourhood.NeighbourRange;
import io.kehu.migration.matching.neighbourhood.RangeBorders;
import io.kehu.migration.matching.neighbourhood.SortRanges;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.StagedRows;

/**
 * Searches sorted neighbourhoods in parts: slices of the rows sample their keys, then
 * spread the rows over ranges of the keys of each pass; each range is sorted and searched
 * by itself, and one part joins the findings, including those across the borders of
 * ranges.
 */
final class NeighbourSearch {

	/** The number of slices in which rows are read. */
	private static final int SLICES = 4;

	/** Codes, texts, folded texts and keys, for a file with many distinct values. */
	private static final long BYTES_PER_CELL = 48;

	private final StagedData data;

	NeighbourSearch(StagedData data) {
		this.data = data;
	}

	/** Returns the stages, which have no parts for jobs that search for equal rows. */
	List<Stage> stages() {
		ToIntFunction<JobTask> slices = (task) -> Neighbours.wanted(task) ? SLICES : 0;
		return List.of(new Stage("sample", slices, this::sample), new Stage("spread", slices, this::spread),
				new Stage("neighbours", (task) -> Neighbours.wanted(task) ? Neighbours.of(task).ranges() : 0,
						this::compare)
					.onePartPerInstance(),
				new Stage("join", (task) -> Neighbours.wanted(task) ? 1 : 0, this::join).onePartPerInstance());
	}

	/** Writes the keys of a sample of the rows. */
	private void sample(PartRun part) throws Exception {
		Neighbours search = Neighbours.of(part.task());
		try (NeighbourSlice slice = new NeighbourSlice(this.data, search, part, SLICES);
				PartitionWriter writer = this.data.area().writePartition(search.set("sample"), part.number())) {
			for (Row row = slice.next(); row != null; row = slice.next()) {
				for (int pass = 0; pass < search.passes() && slice.sampled(); pass++) {
					NeighbourKey key = slice.key(pass, row);
					writer.write(new Row(key.row(), Integer.toString(pass), key.text()));
				}
			}
			writer.complete();
		}
	}

	private List<SortRanges> ranges(Neighbours search) throws IOException {
		List<List<NeighbourKey>> keys = new ArrayList<>();
		IntStream.range(0, search.passes()).forEach((pass) -> keys.add(new ArrayList<>()));
		for (int slice = 0; slice < SLICES; slice++) {
			try (StagedRows rows = this.data.area().read(search.set("sample"), slice)) {
				for (Row row = rows.next(); row != null; row = rows.next()) {
					keys.get(Integer.parseInt(String.valueOf(row.value(0))))
						.add(new NeighbourKey(String.valueOf(row.value(1)), row.line()));
				}
			}
		}
		return keys.stream().map((sample) -> new SortRanges(sample, search.rangesPerPass())).toList();
	}

	/** Writes each row into the range of its key, once for each pass. */
	private void spread(PartRun part) throws Exception {
		Neighbours search = Neighbours.of(part.task());
		List<SortRanges> ranges = ranges(search);
		List<PartitionWriter> writers = new ArrayList<>();
		try (NeighbourSlice slice = new NeighbourSlice(this.data, search, part, SLICES)) {
			for (int range = 0; range < search.ranges(); range++) {
				writers.add(
						this.data.area().writePartition(search.set("ranges"), part.number() * search.ranges() + range));
			}
			for (Row row = slice.next(); row != null; row = slice.next()) {
				for (int pass = 0; pass < search.passes(); pass++) {
					NeighbourKey key = slice.key(pass, row);
					writers.get(pass * search.rangesPerPass() + ranges.get(pass).range(key))
						.write(NeighbourRange.row(key, row, slice.compared()));
				}
			}
			for (PartitionWriter writer : writers) {
				writer.complete();
			}
		}
		finally {
			for (PartitionWriter writer : writers) {
				writer.close();
			}
		}
	}

	/** Compares the rows of a range. */
	private void compare(PartRun part) throws Exception {
		Neighbours search = Neighbours.of(part.task());
		NeighbourRange range = load(part, search).sort();
		try (PartitionWriter writer = this.data.area().writePartition(search.set("pairs"), part.number())) {
			for (int place = 0; place < range.size(); place++) {
				for (NearDuplicate near : range.behind(place)) {
					writer.write(new Row(near.row(), Long.toString(near.first()), Double.toString(near.likeness())));
				}
				part.progress(1);
			}
			writer.complete();
		}
		write(search, 2 * part.number(), range.first());
		write(search, 2 * part.number() + 1, range.last());
	}

	private NeighbourRange.Builder load(PartRun part, Neighbours search) throws Exception {
		int columns = columns(search);
		long most = Runtime.getRuntime().maxMemory() / BYTES_PER_CELL / (columns + 1);
		NeighbourRange.Builder range = new NeighbourRange.Builder(search.how(), columns);
		long rows = 0;
		for (int slice = 0; slice < SLICES; slice++) {
			try (StagedRows staged = this.data.area()
				.read(search.set("ranges"), slice * search.ranges() + part.number())) {
				for (Row row = staged.next(); row != null; row = staged.next()) {
					if (++rows > most) {
						throw new JobFailure("A range of more than %,d rows does not fit into memory".formatted(most));
					}
					range.add(row);
					part.progress(0);
				}
			}
		}
		return range;
	}

	private void write(Neighbours search, int number, List<Row> rows) throws IOException {
		try (PartitionWriter writer = this.data.area().writePartition(search.set("borders"), number)) {
			for (Row row : rows) {
				writer.write(row);
			}
			writer.complete();
		}
	}

	/** Writes the rows to remove in their order. */
	private void join(PartRun part) throws Exception {
		Neighbours search = Neighbours.of(part.task());
		long rows = rows(search);
		NearGroups groups = new NearGroups(rows);
		RangeBorders borders = new RangeBorders(search.how(), 0);
		for (int range = 0; range < search.ranges(); range++) {
			if (range % search.rangesPerPass() == 0) {
				borders = new RangeBorders(search.how(), columns(search));
			}
			borders.next(border(search, 2 * range), border(search, 2 * range + 1)).forEach(groups::add);
			try (StagedRows pairs = this.data.area().read(search.set("pairs"), range)) {
				for (Row pair = pairs.next(); pair != null; pair = pairs.next()) {
					groups.add(new NearDuplicate(pair.line(), Long.parseLong(String.valueOf(pair.value(0))),
							Double.parseDouble(String.valueOf(pair.value(1)))));
					part.progress(0);
				}
			}
		}
		try (PartitionWriter writer = this.data.area().writePartition(DeduplicationJob.found(part.task()), 0)) {
			for (int row = 1; row <= rows; row++) {
				NearDuplicate near = groups.of(row);
				if (near != null) {
					writer.write(new Row(row, Long.toString(near.first()),
							String.format(Locale.ROOT, "%.4f", near.likeness())));
				}
			}
			writer.complete();
		}
	}

	private List<Row> border(Neighbours search, int number) throws IOException {
		List<Row> border = new ArrayList<>();
		try (StagedRows rows = this.data.area().read(search.set("borders"), number)) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				border.add(row);
			}
		}
		return border;
	}

	private int columns(Neighbours search) throws IOException {
		try (JoinedRows rows = new JoinedRows(this.data, search.task().sources())) {
			return search.compared(rows.columns()).length;
		}
	}

	private long rows(Neighbours search) throws IOException {
		try (JoinedRows rows = new JoinedRows(this.data, search.task().sources())) {
			return rows.rows();
		}
	}

	/** Deletes the intermediate sets. */
	void delete(JobTask task) throws IOException {
		if (Neighbours.wanted(task)) {
			for (String what : List.of("sample", "ranges", "pairs", "borders")) {
				this.data.area().delete(Neighbours.of(task).set(what));
			}
		}
	}

}
