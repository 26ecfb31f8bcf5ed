package io.kehu.migration.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.kehu.migration.clean.chain.Finding;
import io.kehu.migration.clean.chain.MarkKind;
import io.kehu.migration.intake.Row;
import io.kehu.migration.staging.PartitionWriter;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedRows;
import io.kehu.migration.staging.StagingArea;

/**
 * Keeps findings in staging until they are applied; the line of each row is that of the
 * finding.
 */
final class FindingWriter implements Closeable {

	private final PartitionWriter writer;

	FindingWriter(StagingArea area, String set, int partition) throws IOException {
		this.writer = area.writePartition(set, partition);
	}

	void write(Finding finding) throws IOException {
		this.writer.write(
				new Row(finding.row(), finding.kind().toString(), finding.column(), finding.reason(), finding.value()));
	}

	StagedPartition complete() throws IOException {
		return this.writer.complete();
	}

	@Override
	public void close() throws IOException {
		this.writer.close();
	}

	/** Returns the findings in a partition. */
	static List<Finding> read(StagingArea area, String set, int partition) throws IOException {
		List<Finding> findings = new ArrayList<>();
		try (StagedRows rows = area.read(set, partition)) {
			for (Row row = rows.next(); row != null; row = rows.next()) {
				MarkKind kind = MarkKind.valueOf(String.valueOf(row.value(0)).toUpperCase(Locale.ROOT));
				findings.add(new Finding(Math.toIntExact(row.line()), kind, row.value(1), String.valueOf(row.value(2)),
						row.value(3)));
			}
		}
		return findings;
	}

}
