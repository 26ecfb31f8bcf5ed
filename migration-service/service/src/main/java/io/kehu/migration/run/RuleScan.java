package io.kehu.migration.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.kehu.migration.clean.chain.Chain;
import io.kehu.migration.clean.chain.Cleaning;
import io.kehu.migration.clean.chain.Finding;
import io.kehu.migration.clean.chain.RepeatedRows;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.clean.fill.NearestFill;
import io.kehu.migration.clean.standardise.FileMarks;
import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.staging.StagedPartition;
import org.jspecify.annotations.Nullable;

/**
 * Applies a rule to the columns that it needs of all rows, and records its findings for
 * each partition.
 */
final class RuleScan {

	private final StagedData data;

	private final PartRun part;

	private final RuleSegment segment;

	private final SegmentRows rows;

	private final Set<String> numbered;

	private final String target;

	/**
	 * Creates a scan.
	 * @param data the rows
	 * @param part the part of the job
	 * @param segment the segment of the rule
	 * @param rows the input of the segment
	 * @param numbered the columns that rules before have brought into the form of numbers
	 * @param target the set of findings
	 */
	RuleScan(StagedData data, PartRun part, RuleSegment segment, SegmentRows rows, Set<String> numbered,
			String target) {
		this.data = data;
		this.part = part;
		this.segment = segment;
		this.rows = rows;
		this.numbered = numbered;
		this.target = target;
	}

	/** Returns the number of parts of a scan over a number of partitions. */
	static int shares(Rule rule, int partitions) {
		boolean divided = rule instanceof RepeatedRows
				|| (rule instanceof Rule.Fill fill && fill.method() instanceof NearestFill);
		return Math.min(divided ? FullScan.SHARES : 1, partitions);
	}

	/** Scans the rows, and keeps the findings. */
	FullScan scan(long seed) throws Exception {
		Rule rule = this.segment.scanningRule();
		if (rule instanceof RepeatedRows repeated) {
			return new FullScan(new RepeatedRowsScan(this.data, this.rows, repeated).search(this.part, this.target),
					null, null);
		}
		int share = this.part.number();
		int shares = shares(rule, this.rows.partitions().size());
		ScannedShare scanned = new ScannedShare(this.part, start(share, shares), start(share + 1, shares),
				this.rows.rows());
		try {
			return scan(rule, seed, scanned);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Rule %d: %s".formatted(this.segment.first() + 1, ex.getMessage()), ex);
		}
	}

	/** Returns the first row of a share. */
	private long start(int share, int shares) {
		return this.rows.partitions()
			.subList(0, this.rows.partitions().size() * share / shares)
			.stream()
			.mapToLong(StagedPartition::rows)
			.sum();
	}

	private FullScan scan(Rule rule, long seed, ScannedShare scanned) throws Exception {
		FillSample sample = (rule instanceof Rule.Fill && this.part.number() == 0)
				? new FillSample(this.rows.columns(), this.rows.rows(), seed) : null;
		LoadedRows.Extract extract = new LoadedRows.Extract(this.rows.set(), this.rows.columns(),
				Set.copyOf(rule.columnsSeen(this.rows.columns())), this.rows.numbers());
		FileMarks beside = new FileMarks(this.rows.columns().size());
		int[] others = others(rule);
		LoadedRows loaded = LoadedRows.of(this.data, extract, (row) -> {
			scanned.read();
			if (sample != null) {
				sample.offer(row);
			}
			for (int other : others) {
				beside.add(other, row.value(other));
			}
		}, Runtime.getRuntime().maxMemory());
		if (rule instanceof Rule.Standardise standardise) {
			return new FullScan(List.of(), standardise.learnt(loaded.table(), beside), null);
		}
		Cleaning all = new Chain("scan", seed, List.of(rule)).run(loaded.table(), Map.of(), scanned);
		scanned.reached(1);
		return new FullScan(write(all), null, trial(rule, sample, seed));
	}

	/** Returns the places of the columns that may tell how to read the one of a rule. */
	private int[] others(Rule rule) {
		return (rule instanceof Rule.Standardise standardise && standardise.standard().looksBeside())
				? IntStream.range(0, this.rows.columns().size())
					.filter((place) -> !this.rows.columns().get(place).equals(standardise.column())
							&& !this.numbered.contains(this.rows.columns().get(place)))
					.toArray()
				: new int[0];
	}

	private @Nullable FillReport trial(Rule rule, @Nullable FillSample sample, long seed) {
		return (rule instanceof Rule.Fill fill && sample != null)
				? FillReport.of(this.segment.first() + 1, fill, sample.table(), seed) : null;
	}

	private List<StagedPartition> write(Cleaning all) throws IOException {
		List<StagedPartition> written = new ArrayList<>();
		int from = 0;
		for (int i = 0; i < this.rows.partitions().size(); i++) {
			int to = from + Math.toIntExact(this.rows.partitions().get(i).rows());
			List<Finding> findings = Finding.of(all, from, to);
			if (!findings.isEmpty()) {
				try (FindingWriter writer = new FindingWriter(this.data.area(), this.target,
						FullScan.partition(i, this.part.number()))) {
					for (Finding finding : findings) {
						writer.write(finding);
					}
					written.add(writer.complete());
				}
			}
			from = to;
		}
		return written;
	}

}
