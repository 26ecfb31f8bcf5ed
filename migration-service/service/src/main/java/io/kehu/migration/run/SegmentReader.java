package io.kehu.migration.run;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.exact.NumberedRows;
import io.kehu.migration.staging.StagedRows;
import io.kehu.migration.staging.StagingArea;
import org.jspecify.annotations.Nullable;

/**
 * Reads the input of a segment, partition by partition.
 */
final class SegmentReader implements NumberedRows {

	private final StagingArea area;

	private final SegmentRows rows;

	private final Iterator<Integer> partitions;

	private @Nullable StagedRows open;

	private long number;

	SegmentReader(StagingArea area, SegmentRows rows) {
		this.area = area;
		this.rows = rows;
		this.partitions = rows.numbers().iterator();
	}

	@Override
	public List<String> columns() {
		return this.rows.columns();
	}

	@Override
	public @Nullable Row next() throws IOException {
		while (true) {
			StagedRows current = this.open;
			if (current == null) {
				if (!this.partitions.hasNext()) {
					return null;
				}
				current = this.area.read(this.rows.set(), this.partitions.next());
				this.open = current;
			}
			Row row = current.next();
			if (row != null) {
				this.number++;
				return row;
			}
			close();
		}
	}

	@Override
	public long number() {
		return this.number;
	}

	@Override
	public void close() throws IOException {
		StagedRows current = this.open;
		this.open = null;
		if (current != null) {
			current.close();
		}
	}

}
