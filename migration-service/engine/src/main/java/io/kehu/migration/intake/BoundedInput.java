package io.kehu.migration.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.ZipException;

import com.github.luben.zstd.ZstdIOException;

/**
 * Stops a stream that unpacks to more than is allowed, by size and by ratio.
 */
final class BoundedInput extends FilterInputStream {

	private final CountedInput packed;

	private final IntakeLimits limits;

	private long count;

	BoundedInput(InputStream unpacked, CountedInput packed, IntakeLimits limits) {
		super(unpacked);
		this.packed = packed;
		this.limits = limits;
	}

	@Override
	public int read() throws IOException {
		byte[] one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] target, int offset, int length) throws IOException {
		try {
			int read = super.read(target, offset, length);
			this.count += Math.max(0, read);
			check();
			return read;
		}
		catch (ZipException | ZstdIOException | java.io.EOFException ex) {
			throw new IntakeException(IntakeRefusal.DAMAGED, String.format(Locale.ROOT,
					"The compressed data is damaged after %,d bytes: %s", this.count, ex.getMessage()), ex);
		}
	}

	private void check() throws IntakeException {
		if (this.count > this.limits.expandedBytes()) {
			throw new IntakeException(IntakeRefusal.EXPANDS_TOO_FAR,
					String.format(Locale.ROOT, "The file unpacks to more than %,d bytes", this.limits.expandedBytes()));
		}
		long allowed = Math.max(IntakeLimits.RATIO_GRACE_BYTES, this.packed.count() * this.limits.expansionRatio());
		if (this.count > allowed) {
			throw new IntakeException(IntakeRefusal.EXPANDS_TOO_FAR,
					String.format(Locale.ROOT, "The file unpacks %,d bytes to more than %,d, over %d to 1",
							this.packed.count(), this.count, this.limits.expansionRatio()));
		}
	}

}
