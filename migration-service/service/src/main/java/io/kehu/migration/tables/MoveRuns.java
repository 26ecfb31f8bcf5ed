package io.kehu.migration.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;

import io.kehu.migration.connection.Connections;
import io.kehu.migration.move.chunk.ChunkStore;
import io.kehu.migration.move.chunk.Compression;
import io.kehu.migration.move.chunk.RunKey;
import io.kehu.migration.move.load.RunContext;
import io.kehu.migration.upload.StagingProperties;

import org.springframework.stereotype.Component;

/**
 * Provides the runs of moves: their plans, databases and staged chunks.
 */
@Component
class MoveRuns {

	private final TableMoveStore store;

	private final Connections connections;

	private final MoveKeys keys;

	private final Path folder;

	MoveRuns(TableMoveStore store, Connections connections, MoveKeys keys, StagingProperties staging) {
		this.store = store;
		this.connections = connections;
		this.keys = keys;
		this.folder = staging.folder().resolve("moves");
	}

	TableMoveStore store() {
		return this.store;
	}

	MoveKeys keys() {
		return this.keys;
	}

	/** Returns the run of a move. */
	RunContext of(UUID move, MoveTask task) throws IOException {
		TableMoveStore.StoredMove stored = this.store.get(move);
		return new RunContext(stored.plan(), this.connections.database(task.sourceId()),
				this.connections.database(task.targetId()),
				task.staged() ? chunks(stored, Compression.valueOf(task.staging().toUpperCase(Locale.ROOT))) : null,
				task.settings());
	}

	/** Overwrites and deletes the staged chunks of a move. */
	void shred(UUID move) throws IOException {
		chunks(this.store.get(move), Compression.ZSTD).shred();
	}

	private ChunkStore chunks(TableMoveStore.StoredMove stored, Compression compression) throws IOException {
		RunKey key = RunKey.unwrap(stored.pair().toString(), this.keys.get(stored.pair()).keys().getPrivate(),
				stored.wrappedKey().array());
		return new ChunkStore(this.folder.resolve(stored.id().toString()), key, compression);
	}

}
