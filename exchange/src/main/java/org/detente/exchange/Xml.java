// SPDX-License-Identifier: Apache-2.0
package org.detente.exchange;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.detente.model.Place;
import org.jspecify.annotations.Nullable;

/// An element of an XML document: its name and attributes in small letters, its child elements, and
/// its place. Text between elements is not kept: the formats read here put everything in
/// attributes.
///
/// Document types and external entities are off: a document that declares a type is refused. What
/// tools write although XML forbids it, such as a bare `&`, is mended before it is read.
///
/// @param name its name
/// @param attributes its attributes
/// @param children its child elements
/// @param place where it begins
record Xml(String name, Map<String, String> attributes, List<Xml> children, Place place) {
    private static final int DEEPEST = 60;
    private static final Pattern BARE_AMPERSAND =
            Pattern.compile("&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    /// An attribute, or null if it is not there.
    @Nullable String get(String attribute) {
        return attributes.get(attribute);
    }

    /// The first of some attributes that is there, or null.
    @Nullable String first(String... names) {
        for (String attribute : names) {
            String value = attributes.get(attribute);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /// The child elements of a name.
    List<Xml> named(String child) {
        return children.stream().filter(c -> c.name.equals(child)).toList();
    }

    /// Shows every element below this one, and this one first.
    void walk(Consumer<Xml> visitor) {
        visitor.accept(this);
        children.forEach(child -> child.walk(visitor));
    }

    /// Reads a file.
    ///
    /// @return its root
    /// @throws ImportError with a place, if it is not XML
    static Xml read(ForeignFile file, Findings findings) {
        String mended =
                UNSEEN.matcher(BARE_AMPERSAND.matcher(file.text()).replaceAll("&amp;"))
                        .replaceAll(" ");
        int start = mended.indexOf('<');
        int skippedLines = (int) mended.substring(0, Math.max(0, start)).lines().count();
        int before = skippedLines > 1 ? skippedLines - 1 : 0;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        try {
            XMLStreamReader reader =
                    factory.createXMLStreamReader(
                            new StringReader(mended.substring(Math.max(0, start))));
            return root(reader, file, findings, before);
        } catch (XMLStreamException broken) {
            throw findings.stop(
                    file,
                    "",
                    place(broken.getLocation(), before),
                    "is not XML: " + words(broken),
                    "Mend the file there, or save it again in the tool it comes from");
        }
    }

    private static String words(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int at = message.indexOf("Message: ");
        String said = Words.line(at < 0 ? message : message.substring(at + "Message: ".length()));
        String cut = said.length() > 160 ? said.substring(0, 160) + "…" : said;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static Place place(@Nullable Location at, int before) {
        return at == null
                ? new Place(1, 1)
                : new Place(
                        Math.max(1, at.getLineNumber() + before),
                        Math.max(1, at.getColumnNumber()));
    }

    private static Xml root(XMLStreamReader reader, ForeignFile file, Findings findings, int before)
            throws XMLStreamException {
        Deque<Xml> open = new ArrayDeque<>();
        Xml root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                        throw findings.stop(
                                file,
                                "",
                                place(reader.getLocation(), before),
                                "declares a document type, and none is read",
                                "Remove the line that begins with <!DOCTYPE");
                case XMLStreamConstants.START_ELEMENT -> {
                    Xml element = element(reader, before);
                    if (open.size() >= DEEPEST) {
                        throw findings.stop(
                                file,
                                "",
                                element.place,
                                "is nested more than %d deep".formatted(DEEPEST),
                                "Close the elements that are still open");
                    }
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.getLast().children.add(element);
                    }
                    open.addLast(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.removeLast();
                default -> {}
            }
        }
        if (root == null) {
            throw findings.stop(
                    file, "", new Place(1, 1), "holds no element", "Save the file again");
        }
        return root;
    }

    private static Xml element(XMLStreamReader reader, int before) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.putIfAbsent(
                    reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT),
                    reader.getAttributeValue(i));
        }
        return new Xml(
                reader.getLocalName().toLowerCase(Locale.ROOT),
                attributes,
                new ArrayList<>(),
                place(reader.getLocation(), before));
    }
}
