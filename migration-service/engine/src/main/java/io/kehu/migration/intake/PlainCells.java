package io.kehu.migration.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Rewrites parts of a workbook that its reader does not know: dates that are stored as
 * texts, which become the results of a formula of {@link #DATE}, readings of texts, such
 * as those of Japanese names, which are left out, and references in the strict form.
 */
final class PlainCells {

	/** The formula of the cells whose texts are dates. */
	static final String DATE = "kehu:date";

	private static final XMLInputFactory INPUT = XMLInputFactory.newDefaultFactory();

	private static final XMLOutputFactory OUTPUT = XMLOutputFactory.newDefaultFactory();

	private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

	static {
		INPUT.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		INPUT.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		INPUT.setProperty(XMLInputFactory.IS_COALESCING, true);
	}

	private final XMLEventReader events;

	private final XMLEventWriter writer;

	private PlainCells(XMLEventReader events, XMLEventWriter writer) {
		this.events = events;
		this.writer = writer;
	}

	/**
	 * Rewrites some parts of a workbook.
	 * @param workbook its bytes
	 * @param parts the names of the parts
	 * @return the bytes of a workbook with other parts as they are
	 * @throws IntakeException if a part is damaged
	 */
	static byte[] of(byte[] workbook, Set<String> parts) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(workbook.length);
		try (ZipFile zip = ZipFile.builder().setByteArray(workbook).get();
				ZipOutputStream output = new ZipOutputStream(bytes)) {
			for (Iterator<ZipArchiveEntry> entries = zip.getEntries().asIterator(); entries.hasNext();) {
				ZipArchiveEntry entry = entries.next();
				output.putNextEntry(new ZipEntry(entry.getName()));
				try (InputStream input = zip.getInputStream(entry)) {
					if (parts.contains(entry.getName())) {
						rewrite(input, output);
					}
					else {
						input.transferTo(output);
					}
				}
				catch (XMLStreamException ex) {
					throw new IntakeException(IntakeRefusal.DAMAGED,
							"The workbook is damaged: the part %s cannot be read".formatted(entry.getName()), ex);
				}
				output.closeEntry();
			}
		}
		return bytes.toByteArray();
	}

	private static void rewrite(InputStream input, OutputStream output) throws XMLStreamException {
		XMLEventWriter writer = OUTPUT.createXMLEventWriter(output, "UTF-8");
		new PlainCells(INPUT.createXMLEventReader(input), writer).rewrite();
		writer.flush();
	}

	private void rewrite() throws XMLStreamException {
		while (this.events.hasNext()) {
			XMLEvent event = this.events.nextEvent();
			if (isStart(event, "rPh")) {
				content(event.asStartElement());
			}
			else if (isStart(event, "c") && isDate(event.asStartElement())) {
				writeDate(event.asStartElement());
			}
			else if (event.isStartElement()) {
				this.writer.add(StrictNames.usual(event.asStartElement()));
			}
			else if (!event.isStartDocument() && !event.isEndDocument()) {
				write(event);
			}
		}
	}

	private static boolean isStart(XMLEvent event, String name) {
		return event.isStartElement() && event.asStartElement().getName().getLocalPart().equals(name);
	}

	private static boolean isDate(StartElement cell) {
		for (Iterator<Attribute> attributes = cell.getAttributes(); attributes.hasNext();) {
			Attribute attribute = attributes.next();
			if (isType(attribute) && attribute.getValue().equals("d")) {
				return true;
			}
		}
		return false;
	}

	private static boolean isType(Attribute attribute) {
		return attribute.getName().getNamespaceURI().isEmpty() && attribute.getName().getLocalPart().equals("t");
	}

	/** Reads up to the end of an element, and returns the events before it. */
	private List<XMLEvent> content(StartElement start) throws XMLStreamException {
		List<XMLEvent> content = new ArrayList<>();
		for (int depth = 0;;) {
			XMLEvent event = this.events.nextEvent();
			if (event.isEndElement() && depth == 0 && event.asEndElement().getName().equals(start.getName())) {
				return content;
			}
			depth += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
			content.add(event);
		}
	}

	private void writeDate(StartElement cell) throws XMLStreamException {
		List<XMLEvent> content = content(cell);
		String text = value(content);
		List<Attribute> attributes = new ArrayList<>();
		cell.getAttributes().forEachRemaining((attribute) -> {
			if (!isType(attribute)) {
				attributes.add(attribute);
			}
		});
		attributes.add(EVENTS.createAttribute("t", "str"));
		this.writer.add(EVENTS.createStartElement(cell.getName(), attributes.iterator(), cell.getNamespaces()));
		if (text.isBlank()) {
			for (XMLEvent event : content) {
				write(event);
			}
		}
		else {
			writeElement(cell, "f", DATE);
			writeElement(cell, "v", text);
		}
		this.writer.add(EVENTS.createEndElement(cell.getName(), null));
	}

	private static String value(List<XMLEvent> content) {
		StringBuilder text = new StringBuilder();
		boolean inside = false;
		for (XMLEvent event : content) {
			inside = isStart(event, "v") || (inside && !event.isEndElement());
			if (inside && event.isCharacters()) {
				text.append(event.asCharacters().getData());
			}
		}
		return text.toString().strip();
	}

	private void writeElement(StartElement cell, String name, String text) throws XMLStreamException {
		String prefix = cell.getName().getPrefix();
		String namespace = cell.getName().getNamespaceURI();
		this.writer.add(EVENTS.createStartElement(prefix, namespace, name));
		this.writer.add(EVENTS.createCharacters(text));
		this.writer.add(EVENTS.createEndElement(prefix, namespace, name));
	}

	/** Writes an event; a carriage return is only kept as a reference. */
	private void write(XMLEvent event) throws XMLStreamException {
		if (!event.isCharacters() || event.asCharacters().getData().indexOf('\r') < 0) {
			this.writer.add(event);
			return;
		}
		String[] lines = event.asCharacters().getData().split("\r", -1);
		for (int i = 0; i < lines.length; i++) {
			if (i > 0) {
				this.writer.add(EVENTS.createEntityReference("#13", null));
			}
			this.writer.add(EVENTS.createCharacters(lines[i]));
		}
	}

}
