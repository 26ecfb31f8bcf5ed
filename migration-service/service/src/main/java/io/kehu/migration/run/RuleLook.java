package io.kehu.migration.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.kehu.migration.clean.chain.Chain;
import io.kehu.migration.clean.chain.Cleaning;
import io.kehu.migration.clean.chain.Finding;
import io.kehu.migration.clean.chain.RepeatedRows;
import io.kehu.migration.clean.chain.Rule;
import io.kehu.migration.clean.fill.NearestFill;
import io.kehu.migration.dataset.LoadedRows;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.job.PartWatch;
import io.kehu.migration.staging.StagedPartition;
import org.jspecify.annotations.Nullable;

/**
 * Lets a rule look at the columns of all rows that it needs, and writes down what it
 * found out about each partition.
 */
final class RuleLook {

	private final StagedData data;

	private final PartRun part;

	private final Leg leg;

	private final LegRows rows;

	private final String target;

	/**
	 * Make ready for a look.
	 * @param data the rows
	 * @param part which part of the look
	 * @param leg the leg that it is for
	 * @param rows the rows that the leg starts from
	 * @param target the set of findings
	 */
	RuleLook(StagedData data, PartRun part, Leg leg, LegRows rows, String target) {
		this.data = data;
		this.part = part;
		this.leg = leg;
		this.rows = rows;
		this.target = target;
	}

	/** In how many parts a look is made at rows of so many partitions. */
	static int shares(Rule rule, int partitions) {
		boolean divided = rule instanceof RepeatedRows
				|| (rule instanceof Rule.Fill fill && fill.method() instanceof NearestFill);
		return Math.min(divided ? Look.SHARES : 1, partitions);
	}

	/** Look, and keep what is found. */
	Look look(long seed) throws Exception {
		Rule rule = this.leg.looking();
		if (rule instanceof RepeatedRows repeated) {
			return new Look(new RepeatedRowsLook(this.data, this.rows, repeated).search(this.part, this.target), null,
					null);
		}
		int share = this.part.number();
		int shares = shares(rule, this.rows.partitions().size());
		PartWatch watch = new PartWatch(this.part);
		WatchedShare watched = new WatchedShare(watch, start(share, shares), start(share + 1, shares),
				this.rows.rows());
		try {
			return watch.during(() -> look(rule, seed, watched));
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("Rule %d: %s".formatted(this.leg.first() + 1, ex.getMessage()), ex);
		}
	}

	/** The first row of a share. */
	private long start(int share, int shares) {
		return this.rows.partitions()
			.subList(0, this.rows.partitions().size() * share / shares)
			.stream()
			.mapToLong(StagedPartition::rows)
			.sum();
	}

	private Look look(Rule rule, long seed, WatchedShare watched) throws Exception {
		FillSample sample = (rule instanceof Rule.Fill && this.part.number() == 0)
				? new FillSample(this.rows.columns(), this.rows.rows(), seed) : null;
		LoadedRows.Extract extract = new LoadedRows.Extract(this.rows.set(), this.rows.columns(),
				Set.copyOf(rule.columnsSeen(this.rows.columns())), this.rows.numbers());
		LoadedRows loaded = LoadedRows.of(this.data, extract, (row) -> {
			watched.read();
			if (sample != null) {
				sample.offer(row);
			}
		}, Runtime.getRuntime().maxMemory());
		if (rule instanceof Rule.Standardise standardise) {
			return new Look(List.of(), standardise.learnt(loaded.table()), null);
		}
		Cleaning all = new Chain("look", seed, List.of(rule)).run(loaded.table(), Map.of(), watched);
		watched.reached(1);
		return new Look(write(all), null, trial(rule, sample, seed));
	}

	private @Nullable FillReport trial(Rule rule, @Nullable FillSample sample, long seed) {
		return (rule instanceof Rule.Fill fill && sample != null)
				? FillReport.of(this.leg.first() + 1, fill, sample.table(), seed) : null;
	}

	private List<StagedPartition> write(Cleaning all) throws IOException {
		List<StagedPartition> written = new ArrayList<>();
		int from = 0;
		for (int i = 0; i < this.rows.partitions().size(); i++) {
			int to = from + Math.toIntExact(this.rows.partitions().get(i).rows());
			List<Finding> findings = Finding.of(all, from, to);
			if (!findings.isEmpty()) {
				try (FindingWriter writer = new FindingWriter(this.data.area(), this.target,
						Look.partition(i, this.part.number()))) {
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
