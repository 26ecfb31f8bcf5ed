package io.kehu.migration.move.chunk;

import java.io.IOException;
import java.io.Serial;

import org.jspecify.annotations.Nullable;

/**
 * A staged chunk is damaged, in another's place, or encrypted with another key.
 */
public final class ChunkException extends IOException {

	@Serial
	private static final long serialVersionUID = 1L;

	ChunkException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
