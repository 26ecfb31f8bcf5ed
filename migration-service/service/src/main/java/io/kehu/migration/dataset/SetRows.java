package io.kehu.migration.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;

import io.kehu.migration.intake.Row;
import io.kehu.migration.staging.StagedPartition;
import io.kehu.migration.staging.StagedRows;
import io.kehu.migration.staging.StagedSet;
import io.kehu.migration.staging.StagingArea;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a staged set, or of some of its partitions.
 */
public final class SetRows implements Closeable {

	private final StagingArea area;

	private final String id;

	private final Iterator<StagedPartition> partitions;

	private @Nullable StagedRows current;

	private SetRows(StagingArea area, String id, List<StagedPartition> partitions) {
		this.area = area;
		this.id = id;
		this.partitions = partitions.iterator();
	}

	static SetRows of(StagingArea area, StagedSet set) {
		return new SetRows(area, set.id(), set.partitions());
	}

	static SetRows of(StagingArea area, StagedSet set, int partition) {
		return new SetRows(area, set.id(),
				set.partitions().stream().filter((one) -> one.number() == partition).toList());
	}

	/**
	 * Returns the rows from an index on, counted from 0, without reading the partitions
	 * before it.
	 */
	static SetRows from(StagingArea area, StagedSet set, long first) throws IOException {
		long before = 0;
		int skipped = 0;
		while (skipped < set.partitions().size() && before + set.partitions().get(skipped).rows() <= first) {
			before += set.partitions().get(skipped++).rows();
		}
		SetRows rows = new SetRows(area, set.id(), set.partitions().subList(skipped, set.partitions().size()));
		for (long row = before; row < first && rows.next() != null; row++) {
			// Rows of the same partition are read over
		}
		return rows;
	}

	/**
	 * Reads the next row.
	 * @return the next row, or null at the end
	 */
	public @Nullable Row next() throws IOException {
		while (true) {
			StagedRows open = this.current;
			if (open == null) {
				if (!this.partitions.hasNext()) {
					return null;
				}
				open = this.area.read(this.id, this.partitions.next().number());
				this.current = open;
			}
			Row row = open.next();
			if (row != null) {
				return row;
			}
			close();
		}
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
