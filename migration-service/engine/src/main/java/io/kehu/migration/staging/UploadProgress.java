package io.kehu.migration.staging;

/**
 * How far an upload is.
 *
 * @param id its id
 * @param length how many bytes are announced
 * @param received how many have been received
 */
public record UploadProgress(String id, long length, long received) {
}
