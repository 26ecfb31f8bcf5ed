package io.kehu.migration.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.Namespace;
import javax.xml.stream.events.StartElement;

/**
 * Gives the references of a workbook in the strict form of the format the namespace that
 * they have in the usual form.
 */
final class StrictNames {

	/** The namespace of references in the strict form. */
	static final String REFERENCES = "http://purl.oclc.org/ooxml/officeDocument/relationships";

	private static final String USUAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

	private static final XMLEventFactory EVENTS = XMLEventFactory.newDefaultFactory();

	private StrictNames() {
	}

	static StartElement usual(StartElement element) {
		List<Namespace> namespaces = new ArrayList<>();
		for (Iterator<Namespace> all = element.getNamespaces(); all.hasNext();) {
			Namespace namespace = all.next();
			namespaces.add(namespace.getNamespaceURI().equals(REFERENCES)
					? EVENTS.createNamespace(namespace.getPrefix(), USUAL) : namespace);
		}
		List<Attribute> attributes = new ArrayList<>();
		for (Iterator<Attribute> all = element.getAttributes(); all.hasNext();) {
			Attribute attribute = all.next();
			QName name = attribute.getName();
			attributes.add(name.getNamespaceURI().equals(REFERENCES)
					? EVENTS.createAttribute(name.getPrefix(), USUAL, name.getLocalPart(), attribute.getValue())
					: attribute);
		}
		return EVENTS.createStartElement(element.getName(), attributes.iterator(), namespaces.iterator());
	}

}
