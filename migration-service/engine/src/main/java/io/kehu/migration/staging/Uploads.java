package io.kehu.migration.staging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

import io.kehu.migration.staging.UploadException.Reason;
import io.kehu.migration.staging.UploadSegments.Piece;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes files piece by piece, so that a sender whose connection broke goes on where it
 * stopped. Pieces are encrypted as they come; memory stays flat.
 */
public final class Uploads {

	/** The most bytes of an upload, 10 GiB. */
	public static final long MOST_BYTES = 10L << 30;

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final String ANNOUNCEMENT = "announcement";

	private static final long SEGMENT = 64L << 20;

	private static final int BUFFER = 1 << 16;

	private final Path folder;

	private final StagingCipher cipher;

	/**
	 * Make a place for uploads.
	 * @param folder where they lie; made when it is not there
	 * @param cipher encrypts them
	 */
	public Uploads(Path folder, StagingCipher cipher) {
		this.folder = folder.resolve("uploads");
		this.cipher = cipher;
	}

	/**
	 * Announces an upload; announcing it again restarts it.
	 * @param id its id, letters, digits and dashes
	 * @param length how many bytes will come
	 * @param sha256 their SHA-256 in hexadecimal digits, null when the sender does not
	 * say
	 * @return its progress
	 * @throws UploadException when it is too large
	 */
	public UploadProgress create(String id, long length, @Nullable String sha256) throws IOException {
		if (length < 0 || length > MOST_BYTES) {
			throw new UploadException(Reason.TOO_LARGE, 0, "An upload has at most %,d bytes".formatted(MOST_BYTES));
		}
		delete(id);
		Files.createDirectories(of(id));
		try (OutputStream output = this.cipher.encrypt(of(id).resolve(ANNOUNCEMENT), context(id))) {
			output.write(JSON.writeValueAsBytes(
					new Announcement(length, (sha256 != null) ? sha256.toLowerCase(Locale.ROOT) : null)));
		}
		return new UploadProgress(id, length, 0);
	}

	/** How far an upload is. */
	public UploadProgress progress(String id) throws IOException {
		Announcement announcement = announcement(id);
		return new UploadProgress(id, announcement.length(), UploadSegments.of(of(id)).received());
	}

	/**
	 * Take the next bytes. When the sender breaks off, what has come is kept.
	 * @param id the upload's id
	 * @param offset where the bytes begin
	 * @param bytes the bytes, read to their end but not closed
	 * @return the progress afterwards
	 * @throws UploadException when the bytes do not follow the received ones, or are too
	 * many
	 */
	public UploadProgress append(String id, long offset, InputStream bytes) throws IOException {
		Announcement announcement = announcement(id);
		try (FileChannel channel = FileChannel.open(of(id).resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = lock(channel)) {
			long received = UploadSegments.of(of(id)).received();
			if (!lock.isValid() || offset != received) {
				throw new UploadException(Reason.WRONG_OFFSET, received,
						"Byte %,d is next, not %,d".formatted(received, offset));
			}
			boolean more = true;
			while (more) {
				long length = segment(id, received, announcement.length(), bytes);
				received += length;
				more = length == SEGMENT;
			}
			return new UploadProgress(id, announcement.length(), received);
		}
	}

	private static FileLock lock(FileChannel channel) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			if (lock != null) {
				return lock;
			}
		}
		catch (OverlappingFileLockException ex) {
			throw busy();
		}
		throw busy();
	}

	private static UploadException busy() {
		return new UploadException(Reason.BUSY, 0, "Another request is sending to this upload");
	}

	private long segment(String id, long offset, long announced, InputStream bytes) throws IOException {
		Path unfinished = of(id).resolve("unfinished");
		long length = 0;
		try (OutputStream output = this.cipher.encrypt(unfinished, new Piece(offset, 0).context(id))) {
			byte[] buffer = new byte[BUFFER];
			while (length < SEGMENT) {
				int read = readOrKeep(bytes, buffer, (int) Math.min(BUFFER, SEGMENT - length), length);
				if (read < 0) {
					break;
				}
				if (offset + length + read > announced) {
					throw new UploadException(Reason.TOO_LONG, offset,
							"More than the announced %,d bytes came".formatted(announced));
				}
				output.write(buffer, 0, read);
				length += read;
			}
		}
		if (length == 0) {
			Files.delete(unfinished);
		}
		else {
			Files.move(unfinished, of(id).resolve(new Piece(offset, length).name()), StandardCopyOption.ATOMIC_MOVE);
		}
		return length;
	}

	/** Reads; a connection that breaks after some bytes ends the piece instead. */
	private static int readOrKeep(InputStream bytes, byte[] buffer, int most, long kept) throws IOException {
		try {
			return bytes.read(buffer, 0, most);
		}
		catch (IOException ex) {
			if (kept == 0) {
				throw ex;
			}
			return -1;
		}
	}

	/**
	 * Check that all bytes have come and are the announced ones.
	 * @param id the upload's id
	 * @return the progress
	 * @throws UploadException when they are not
	 */
	public UploadProgress finish(String id) throws IOException {
		Announcement announcement = announcement(id);
		UploadProgress progress = progress(id);
		if (progress.received() < announcement.length()) {
			throw new UploadException(Reason.INCOMPLETE, progress.received(),
					"%,d of %,d bytes have come".formatted(progress.received(), announcement.length()));
		}
		if (announcement.sha256() == null) {
			return progress;
		}
		MessageDigest digest = sha256();
		try (InputStream input = new DigestInputStream(open(id), digest)) {
			input.transferTo(OutputStream.nullOutputStream());
		}
		if (!HexFormat.of().formatHex(digest.digest()).equals(announcement.sha256())) {
			throw new UploadException(Reason.WRONG_DIGEST, progress.received(),
					"The bytes are not the announced ones: their SHA-256 differs");
		}
		return progress;
	}

	/**
	 * Read what has come.
	 * @param id the upload's id
	 * @return the bytes, to be closed
	 */
	public InputStream open(String id) throws IOException {
		announcement(id);
		return UploadSegments.of(of(id)).open(this.cipher, id);
	}

	/** Delete an upload. */
	public void delete(String id) throws IOException {
		Path upload = of(id);
		if (Files.exists(upload)) {
			try (Stream<Path> files = Files.walk(upload)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.deleteIfExists(file);
				}
			}
		}
	}

	private Announcement announcement(String id) throws IOException {
		Path file = of(id).resolve(ANNOUNCEMENT);
		if (!Files.exists(file)) {
			throw new UploadException(Reason.UNKNOWN, 0, "No upload %s".formatted(id));
		}
		try (InputStream input = this.cipher.decrypt(file, context(id))) {
			return JSON.readValue(input.readAllBytes(), Announcement.class);
		}
	}

	private Path of(String id) {
		return this.folder.resolve(StagingNames.checked(id));
	}

	private static String context(String id) {
		return "upload/" + id;
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a sender says will come.
	 *
	 * @param length how many bytes
	 * @param sha256 their SHA-256 in lower-case hexadecimal digits, if said
	 */
	record Announcement(long length, @Nullable String sha256) {
	}

}
