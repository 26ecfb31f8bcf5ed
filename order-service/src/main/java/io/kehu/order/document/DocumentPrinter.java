package io.kehu.order.document;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Prints documents as PDF.
 */
@Component
@EnableConfigurationProperties(Issuer.class)
public class DocumentPrinter {

	private final Issuer issuer;

	DocumentPrinter(Issuer issuer) {
		this.issuer = issuer;
	}

	/** Returns a document as PDF. */
	public byte[] print(PrintedDocument document) {
		try (PdfDocument page = new PdfDocument(document.title())) {
			return new DocumentLayout(page, document, this.issuer).print();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
