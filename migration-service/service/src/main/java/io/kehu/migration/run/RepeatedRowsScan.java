package io.kehu.migration.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;

import io.kehu.migration.clean.chain.Finding;
import io.kehu.migration.clean.chain.MarkKind;
import io.kehu.migration.clean.chain.RepeatedRows;
import io.kehu.migration.clean.chain.RuleAction;
import io.kehu.migration.dataset.KeptKeys;
import io.kehu.migration.dataset.StagedData;
import io.kehu.migration.intake.Row;
import io.kehu.migration.job.PartRun;
import io.kehu.migration.matching.exact.Duplicate;
import io.kehu.migration.matching.exact.Duplicates;
import io.kehu.migration.matching.exact.HashSearch;
import io.kehu.migration.matching.exact.KeyRange;
import io.kehu.migration.matching.exact.RowKeys;
import io.kehu.migration.matching.exact.SpillFolder;
import io.kehu.migration.staging.StagedPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that repeat an earlier one in bounded memory: each part searches a range of
 * the keys.
 */
final class RepeatedRowsScan {

	private final StagedData data;

	private final SegmentRows rows;

	private final RepeatedRows rule;

	RepeatedRowsScan(StagedData data, SegmentRows rows, RepeatedRows rule) {
		this.data = data;
		this.rows = rows;
		this.rule = rule;
	}

	/** Searches a range of the keys, and writes the findings. */
	List<StagedPartition> search(PartRun part, String target) throws Exception {
		int shares = RuleScan.shares(this.rule, this.rows.partitions().size());
		try (SpillFolder spills = new SpillFolder();
				RowKeys keys = new RowKeys(new SegmentReader(this.data.area(), this.rows), this.rule.columns(),
						new KeyRange(part.number(), shares), part::progress);
				Duplicates duplicates = new HashSearch().search(keys, spills.path())) {
			return write(duplicates, target, part);
		}
	}

	private List<StagedPartition> write(Duplicates duplicates, String target, PartRun part) throws IOException {
		if (this.rule.keyColumn() == null) {
			return write(duplicates::next, new KeptKeys(LongStream.empty()), target, part.number());
		}
		List<Duplicate> all = new ArrayList<>();
		for (Duplicate next = duplicates.next(); next != null; next = duplicates.next()) {
			all.add(next);
		}
		KeptKeys keys = keys(all, this.rows.columns().indexOf(this.rule.keyColumn()), part);
		Iterator<Duplicate> found = all.iterator();
		return write(() -> found.hasNext() ? found.next() : null, keys, target, part.number());
	}

	/** Reads the keys of the rows that others repeat. */
	private KeptKeys keys(List<Duplicate> found, int column, PartRun part) throws IOException {
		KeptKeys keys = new KeptKeys(found.stream().mapToLong(Duplicate::first));
		try (SegmentReader reader = new SegmentReader(this.data.area(), this.rows)) {
			for (Row row = reader.next(); row != null && !found.isEmpty(); row = reader.next()) {
				keys.note(reader.number(), row.value(column));
				part.progress(0);
			}
		}
		return keys;
	}

	private List<StagedPartition> write(Found duplicates, KeptKeys keys, String target, int share) throws IOException {
		MarkKind kind = (this.rule.action() == RuleAction.DROP) ? MarkKind.DROPPED : MarkKind.FLAGGED;
		List<StagedPartition> written = new ArrayList<>();
		Duplicate next = duplicates.next();
		long before = 0;
		for (int i = 0; next != null; i++) {
			long behind = before + this.rows.partitions().get(i).rows();
			if (next.line() <= behind) {
				try (FindingWriter writer = new FindingWriter(this.data.area(), target, FullScan.partition(i, share))) {
					for (; next != null && next.line() <= behind; next = duplicates.next()) {
						int row = Math.toIntExact(next.line() - before - 1);
						writer.write(new Finding(row, kind, null, RepeatedRows.REASON, keys.of(next.first())));
					}
					written.add(writer.complete());
				}
			}
			before = behind;
		}
		return written;
	}

	/**
	 * Gives duplicates one by one, in the order of their rows.
	 */
	@FunctionalInterface
	private interface Found {

		@Nullable Duplicate next() throws IOException;

	}

}
