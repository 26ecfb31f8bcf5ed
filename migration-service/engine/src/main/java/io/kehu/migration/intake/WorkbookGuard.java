package io.kehu.migration.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks through a workbook before it is opened: what it unpacks to, and whether a part
 * declares a document type.
 */
final class WorkbookGuard {

	private static final int MOST_PARTS = 10_000;

	private static final int LONGEST_WORKBOOK_PART = 4 << 20;

	private static final Pattern SYSTEM_OF_1904 = Pattern
		.compile("<(?:[\\w.-]+:)?workbookPr\\b[^>]*\\bdate1904\\s*=\\s*[\"'](?:1|true|on)[\"']");

	private static final long MOST_SHARED_TEXT = 512L << 20;

	private static final int BUFFER = 1 << 16;

	private final IntakeLimits limits;

	private long expanded;

	private boolean styled;

	private boolean system1904;

	private final Set<String> unusual = new HashSet<>();

	WorkbookGuard(IntakeLimits limits) {
		this.limits = limits;
	}

	/** Whether the workbook counts its days from 1904. */
	boolean system1904() {
		return this.system1904;
	}

	/**
	 * The parts that {@link PlainCells} must rewrite: those with dates as texts, with
	 * readings of texts, or with references in the strict form.
	 */
	Set<String> unusual() {
		return this.unusual;
	}

	/**
	 * Check a workbook by unpacking each part once, without keeping any.
	 * @param workbook its bytes
	 * @return whether it has a part with styles; without one no cell has a format
	 * @throws IntakeException when it is no workbook, or not a safe one
	 */
	boolean check(byte[] workbook) throws IOException {
		int parts = 0;
		boolean known = false;
		try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get()) {
			for (Iterator<ZipArchiveEntry> entries = zip.getEntries().asIterator(); entries.hasNext();) {
				ZipArchiveEntry entry = entries.next();
				known |= entry.getName().equals("xl/workbook.xml");
				this.styled |= entry.getName().toLowerCase(Locale.ROOT).endsWith("styles.xml");
				if (++parts > MOST_PARTS) {
					throw new IntakeException(IntakeRefusal.EXPANDS_TOO_FAR,
							"The workbook has more than %,d parts".formatted(MOST_PARTS));
				}
				check(zip, entry);
				if (entry.getName().equals("xl/workbook.xml")) {
					checkWorkbook(zip, entry);
				}
			}
		}
		catch (IntakeException ex) {
			throw ex;
		}
		catch (IOException | IllegalArgumentException ex) {
			throw new IntakeException(IntakeRefusal.DAMAGED, "The archive is damaged and cannot be unpacked", ex);
		}
		if (!known) {
			throw new IntakeException(IntakeRefusal.UNKNOWN_FORMAT, "The archive holds no Office Open XML workbook");
		}
		return this.styled;
	}

	private void checkWorkbook(ZipFile zip, ZipArchiveEntry entry) throws IOException {
		try (InputStream input = zip.getInputStream(entry)) {
			byte[] bytes = input.readNBytes(LONGEST_WORKBOOK_PART);
			int zeros = (bytes.length > 3 && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == -1 || bytes[0] == -2)) ? 1
					: 0;
			String markup = new String(bytes, (zeros > 0) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
			this.system1904 = SYSTEM_OF_1904.matcher(markup).find();
			if (markup.contains(StrictNames.REFERENCES)) {
				this.unusual.add(entry.getName());
			}
		}
	}

	private void check(ZipFile zip, ZipArchiveEntry entry) throws IOException {
		String name = entry.getName().toLowerCase(Locale.ROOT);
		boolean markup = name.endsWith(".xml") || name.endsWith(".rels") || name.endsWith(".vml");
		if (!zip.canReadEntryData(entry)) {
			throw new IntakeException(IntakeRefusal.DAMAGED,
					"The part %s is encrypted or packed in an unknown way".formatted(entry.getName()));
		}
		boolean shared = name.endsWith("sharedstrings.xml");
		long most = shared ? MOST_SHARED_TEXT : this.limits.expandedBytes();
		MarkupSearch documentType = new MarkupSearch("<!DOCTYPE");
		MarkupSearch date = new MarkupSearch("t=\"d\"");
		MarkupSearch reading = new MarkupSearch("rPh");
		try (InputStream input = zip.getInputStream(entry)) {
			long size = 0;
			byte[] buffer = new byte[BUFFER];
			for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
				size += read;
				this.expanded += read;
				checkSize(entry, size, most);
				if (!markup) {
					continue;
				}
				documentType.read(buffer, read);
				if (documentType.found()) {
					throw new IntakeException(IntakeRefusal.EXTERNAL_ENTITY,
							"The part %s declares a document type".formatted(entry.getName()));
				}
				date.read(buffer, read);
				reading.read(buffer, read);
			}
		}
		if (!shared && (date.found() || reading.found())) {
			this.unusual.add(entry.getName());
		}
	}

	private void checkSize(ZipArchiveEntry entry, long size, long most) throws IntakeException {
		long allowed = Math.max(IntakeLimits.RATIO_GRACE_BYTES,
				entry.getCompressedSize() * this.limits.expansionRatio());
		if (size > Math.min(allowed, most) || this.expanded > this.limits.expandedBytes()) {
			throw new IntakeException(IntakeRefusal.EXPANDS_TOO_FAR, "The part %s unpacks %,d bytes to more than %,d"
				.formatted(entry.getName(), entry.getCompressedSize(), size));
		}
	}

}
