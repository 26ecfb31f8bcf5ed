package io.kehu.deploy.benchmark;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import io.kehu.migration.intake.Row;
import io.kehu.migration.matching.exact.NumberedRows;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedRows;
import io.kehu.migration.staging.StagedSet;
import io.kehu.migration.staging.StagingArea;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a staged set, numbered from 1.
 */
final class StagedSetRows implements NumberedRows {

	private final StagingArea area;

	private final StagedSet set;

	private final Iterator<StagedPartition> partitions;

	private @Nullable StagedRows current;

	private long number;

	StagedSetRows(StagingArea area, StagedSet set) {
		this.area = area;
		this.set = set;
		this.partitions = set.partitions().iterator();
	}

	@Override
	public List<String> columns() {
		return this.set.columns();
	}

	@Override
	public @Nullable Row next() throws IOException {
		while (true) {
			StagedRows open = this.current;
			Row row = (open != null) ? open.next() : null;
			if (row != null) {
				this.number++;
				return row;
			}
			close();
			if (!this.partitions.hasNext()) {
				return null;
			}
			this.current = this.area.read(this.set.id(), this.partitions.next().number());
		}
	}

	@Override
	public long number() {
		return this.number;
	}

	@Override
	public void close() throws IOException {
		StagedRows open = this.current;
		this.current = null;
		if (open != null) {
			open.close();
		}
	}

}
