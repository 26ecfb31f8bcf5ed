package io.kehu.migration.upload;

import java.time.Instant;
import java.util.UUID;

/**
 * An upload as the outside sees it.
 *
 * @param id its id
 * @param name the file's name
 * @param length how many bytes it has
 * @param offset how many have come; the next one to send
 * @param complete whether all have come
 * @param createdBy who brings it
 * @param createdAt since when
 */
public record UploadView(UUID id, String name, long length, long offset, boolean complete, String createdBy,
		Instant createdAt) {
}
