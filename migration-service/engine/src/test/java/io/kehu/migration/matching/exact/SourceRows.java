package io.kehu.migration.matching.exact;

import java.io.IOException;
import java.util.List;

import io.kehu.migration.intake.Row;
import io.kehu.migration.intake.RowSource;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a source, numbered from 1.
 */
final class SourceRows implements NumberedRows {

	private final RowSource source;

	private long number;

	SourceRows(RowSource source) {
		this.source = source;
	}

	@Override
	public List<String> columns() {
		return this.source.columns();
	}

	@Override
	public @Nullable Row next() throws IOException {
		this.number++;
		return this.source.next();
	}

	@Override
	public long number() {
		return this.number;
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

}
