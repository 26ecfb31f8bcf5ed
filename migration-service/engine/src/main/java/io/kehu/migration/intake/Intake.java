package io.kehu.migration.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
				throw new IntakeException(Refusal.TOO_MANY_COLUMNS,
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
			throw new IntakeException(Refusal.UNKNOWN_FORMAT,
					"The file is neither delimited text, JSON lines nor an Office Open XML workbook");
		}
		Charset corrected = this.corrections.charset();
		Encoding encoding = (corrected != null) ? new Encoding(corrected, "told by a steward", false)
				: EncodingDetector.detect(head, head.length);
		String sample = decode(head, encoding.charset());
		if (looksBinary(sample)) {
			throw new IntakeException(Refusal.UNKNOWN_FORMAT, "The file is binary and of no known format");
		}
		unpacking.input().skipNBytes(EncodingDetector.markLength(head, head.length));
		Reader text = new DecodingReader(unpacking.input(), encoding.charset(), problems);
		SourceDescription known = new SourceDescription(SourceFormat.DELIMITED, unpacking.packing(), encoding, null,
				false, List.of(), List.of());
		if (JsonRows.looksLikeIt(sample)) {
			return JsonRows.open(text, known, this.limits, problems);
		}
		CsvStart start = CsvStart.of(sample, head.length < Unpacking.SAMPLE, known, this.corrections);
		return new CsvRows(text, start, this.limits, problems);
	}

	private static String decode(byte[] head, Charset charset) throws IOException {
		int mark = EncodingDetector.markLength(head, head.length);
		InputStream bytes = new ByteArrayInputStream(head, mark, head.length - mark);
		LineProblems unheard = new LineProblems((problem) -> {
		});
		try (Reader reader = new DecodingReader(bytes, charset, unheard)) {
			StringBuilder text = new StringBuilder();
			char[] buffer = new char[1 << 14];
			for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
				text.append(buffer, 0, read);
			}
			return text.toString();
		}
	}

	private static boolean looksBinary(String sample) {
		long controls = sample.chars()
			.filter((symbol) -> symbol < ' ' && symbol != '\t' && symbol != '\n' && symbol != '\r' && symbol != '\f')
			.count();
		return controls * 50 > sample.length();
	}

}
