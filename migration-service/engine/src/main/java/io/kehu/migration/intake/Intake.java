package io.kehu.migration.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Opens files for reading: finds out from their bytes how they are packed, what they are,
 * and how they are written.
 */
public final class Intake {

	private final IntakeLimits limits;

	private final Corrections corrections;

	private final Consumer<LineProblem> listener;

	/**
	 * Make an intake.
	 * @param limits bounds on bad files
	 * @param corrections what a steward knows better than the detection
	 * @param listener gets every problem as it is met, on the reading thread
	 */
	public Intake(IntakeLimits limits, Corrections corrections, Consumer<LineProblem> listener) {
		this.limits = limits;
		this.corrections = corrections;
		this.listener = listener;
	}

	/** An intake with default limits that keeps the first problems only. */
	public static Intake standard() {
		return new Intake(IntakeLimits.defaults(), Corrections.none(), (problem) -> {
		});
	}

	/**
	 * Open a file.
	 * @param file any file; its name does not matter
	 * @return its rows, to be closed
	 * @throws IntakeException when it is refused
	 */
	public RowSource open(Path file) throws IOException {
		return open(Files.newInputStream(file));
	}

	/**
	 * Open a stream, read once from its beginning to its end.
	 * @param input the bytes; closed with the rows, or when they are refused
	 * @return its rows, to be closed
	 * @throws IntakeException when they are refused
	 */
	public RowSource open(InputStream input) throws IOException {
		InputStream open = input;
		try {
			Unpacking unpacking = Unpacking.of(input, this.limits);
			open = unpacking.input();
			RowSource rows = open(unpacking);
			if (rows.columns().size() > this.limits.columns()) {
				throw new IntakeException(IntakeRefusal.TOO_MANY_COLUMNS,
						"%,d columns, more than %,d".formatted(rows.columns().size(), this.limits.columns()));
			}
			return rows;
		}
		catch (IOException | RuntimeException ex) {
			open.close();
			throw ex;
		}
	}

	private RowSource open(Unpacking unpacking) throws IOException {
		byte[] head = unpacking.head().bytes();
		LineProblems problems = new LineProblems(this.listener);
		if (unpacking.head().isZip()) {
			return WorkbookRows.open(unpacking, this.limits, this.corrections, problems);
		}
		if (unpacking.head().isForeign()) {
			throw new IntakeException(IntakeRefusal.UNKNOWN_FORMAT,
					"The file is neither delimited text, JSON lines nor an Office Open XML workbook");
		}
		Charset corrected = this.corrections.charset();
		Encoding encoding = (corrected != null) ? Encoding.sure(corrected, "told by a steward")
				: EncodingDetector.detect(head, head.length);
		Sample start = Sample.of(head, encoding.charset());
		String sample = start.text();
		if (start.looksBinary()) {
			throw new IntakeException(IntakeRefusal.UNKNOWN_FORMAT, "The file is binary and of no known format");
		}
		unpacking.input().skipNBytes(EncodingDetector.markLength(head, head.length));
		DecodingReader text = new DecodingReader(unpacking.input(), encoding.charset(), problems);
		SourceDescription known = new SourceDescription(SourceFormat.DELIMITED, unpacking.packing(), encoding, null,
				false, List.of(), List.of(), Map.of());
		JsonShape json = JsonShape.of(sample, this.limits);
		if (json != null) {
			return json.lines() ? JsonRows.open(text, known, this.limits, problems)
					: new JsonDocumentRows(text, json, known, this.limits, problems);
		}
		String foreign = (this.corrections.delimiter() == null) ? ForeignText.format(sample) : null;
		if (foreign != null) {
			throw new IntakeException(IntakeRefusal.UNKNOWN_FORMAT, "The file is " + foreign);
		}
		boolean whole = head.length < Unpacking.SAMPLE;
		if (!whole && sample.indexOf('\n') < 0 && sample.indexOf('\r') < 0) {
			throw new IntakeException(IntakeRefusal.TOO_MANY_COLUMNS,
					"The first line is longer than %,d bytes: it names too many columns, or is no header"
						.formatted(Unpacking.SAMPLE));
		}
		return new CsvRows(text, CsvStart.of(sample, whole, known, this.corrections), this.limits, problems);
	}

	/**
	 * The beginning of a text.
	 *
	 * @param text its characters
	 * @param zeros how many more there were of the code 0
	 */
	private record Sample(String text, long zeros) {

		/** So many control characters do not make a short text binary. */
		private static final int STRAY_CONTROLS = 2;

		private static Sample of(byte[] head, Charset charset) throws IOException {
			int mark = EncodingDetector.markLength(head, head.length);
			InputStream bytes = new ByteArrayInputStream(head, mark, head.length - mark);
			LineProblems unheard = new LineProblems((problem) -> {
			});
			try (DecodingReader reader = new DecodingReader(bytes, charset, unheard)) {
				StringBuilder text = new StringBuilder();
				char[] buffer = new char[1 << 14];
				for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
					text.append(buffer, 0, read);
				}
				return new Sample(text.toString(), reader.zeros());
			}
		}

		private boolean looksBinary() {
			long controls = this.zeros + this.text.chars()
				.filter((symbol) -> symbol < ' ' && symbol != '\t' && symbol != '\n' && symbol != '\r'
						&& symbol != '\f')
				.count();
			return controls > STRAY_CONTROLS && controls * 50 > this.text.length() + this.zeros;
		}

	}

}
