package io.kehu.migration.move.chunk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

import io.kehu.migration.move.value.TupleBuffer;

/**
 * Keeps the chunks of a run in a folder, compressed and then encrypted with AES-256-GCM.
 * A file consists of a nonce of 12 bytes and the ciphertext of the size in four bytes and
 * the compressed rows.
 */
public final class ChunkStore {

	private static final int NONCE = 12;

	private static final int TAG_BITS = 128;

	private final Path folder;

	private final RunKey key;

	private final Compression compression;

	private final SecureRandom random = new SecureRandom();

	/**
	 * Creates a store.
	 * @param folder the folder, created if missing
	 * @param key the data key of the run
	 * @param compression how chunks are compressed
	 */
	public ChunkStore(Path folder, RunKey key, Compression compression) {
		this.folder = folder;
		this.key = key;
		this.compression = compression;
	}

	/**
	 * Stores a chunk, in the place of an earlier attempt.
	 * @param id its place
	 * @param rows its rows
	 * @return the size of the file in bytes
	 */
	public long write(ChunkId id, TupleBuffer rows) throws IOException {
		Files.createDirectories(this.folder);
		byte[] compressed = this.compression.compress(rows.data(), rows.size());
		ByteBuffer size = ByteBuffer.allocate(4).putInt(0, rows.size());
		byte[] nonce = new byte[NONCE];
		this.random.nextBytes(nonce);
		ByteBuffer sealed = ByteBuffer.allocate(NONCE + 4 + compressed.length + TAG_BITS / 8).put(nonce);
		try {
			Cipher cipher = cipher(Cipher.ENCRYPT_MODE, id, nonce, 0);
			cipher.update(size, sealed);
			cipher.doFinal(ByteBuffer.wrap(compressed), sealed);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		Path unfinished = this.folder.resolve(id.fileName() + ".part");
		try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
				StandardOpenOption.TRUNCATE_EXISTING)) {
			sealed.flip();
			while (sealed.hasRemaining()) {
				channel.write(sealed);
			}
		}
		Files.move(unfinished, this.folder.resolve(id.fileName()), StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		return sealed.limit();
	}

	/**
	 * Reads a chunk.
	 * @param id its place
	 * @param rows receives its rows in the place of others
	 * @throws ChunkException if the chunk is damaged, in another's place, or encrypted
	 * with another key
	 * @throws java.nio.file.NoSuchFileException if there is none
	 */
	public void read(ChunkId id, TupleBuffer rows) throws IOException {
		byte[] sealed = Files.readAllBytes(this.folder.resolve(id.fileName()));
		if (sealed.length < NONCE + 4 + TAG_BITS / 8) {
			throw new ChunkException("Chunk " + id + " is truncated.", null);
		}
		byte[] opened;
		try {
			opened = cipher(Cipher.DECRYPT_MODE, id, sealed, 0).doFinal(sealed, NONCE, sealed.length - NONCE);
		}
		catch (GeneralSecurityException ex) {
			throw new ChunkException("Chunk " + id + " is damaged, in another's place, or encrypted with another key.",
					ex);
		}
		int size = TupleBuffer.intAt(opened, 0);
		byte[] compressed = Arrays.copyOfRange(opened, 4, opened.length);
		rows.fill(this.compression.decompress(compressed, size), size);
	}

	/**
	 * Returns whether a chunk is staged.
	 * @param id its place
	 */
	public boolean contains(ChunkId id) {
		return Files.exists(this.folder.resolve(id.fileName()));
	}

	/** Overwrites and deletes all chunks. */
	public void shred() throws IOException {
		if (Files.notExists(this.folder)) {
			return;
		}
		try (DirectoryStream<Path> files = Files.newDirectoryStream(this.folder)) {
			for (Path file : files) {
				try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
					channel.write(ByteBuffer.allocate(Math.toIntExact(channel.size())), 0);
					channel.force(false);
				}
				Files.delete(file);
			}
		}
		Files.delete(this.folder);
	}

	private Cipher cipher(int mode, ChunkId id, byte[] nonce, int from) throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, this.key.key(), new GCMParameterSpec(TAG_BITS, nonce, from, NONCE));
		cipher.updateAAD(id.associatedData(this.key.id() + "/" + this.compression));
		return cipher;
	}

}
