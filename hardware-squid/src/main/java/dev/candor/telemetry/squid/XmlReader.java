package dev.candor.telemetry.squid;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML without document types and entities. An element is a table: its attributes, and one
 * list for each name of its children.
 */
final class XmlReader {
  private final XMLStreamReader reader;
  private int count;

  private XmlReader(XMLStreamReader reader) {
    this.reader = reader;
  }

  static Value parse(String text) throws UnreadableException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      while (reader.next() != XMLStreamConstants.START_ELEMENT) {
        if (reader.getEventType() == XMLStreamConstants.DTD) {
          throw new UnreadableException(UnreadableReason.SYNTAX);
        }
      }
      String name = reader.getLocalName();
      Value root = new XmlReader(reader).element(1);
      // The rest must be well-formed, too.
      while (reader.hasNext()) {
        reader.next();
      }
      return new Value.Table(Map.of(name, root));
    } catch (XMLStreamException e) {
      throw new UnreadableException(UnreadableReason.SYNTAX);
    }
  }

  private Value element(int depth) throws XMLStreamException, UnreadableException {
    if (depth > ConfigReader.MAX_DEPTH) {
      throw new UnreadableException(UnreadableReason.TOO_DEEP);
    }
    count += 1 + reader.getAttributeCount();
    if (count > ConfigReader.MAX_VALUES) {
      throw new UnreadableException(UnreadableReason.TOO_MANY_VALUES);
    }
    Map<String, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      values.put(reader.getAttributeLocalName(i), YamlScalars.plain(reader.getAttributeValue(i)));
    }
    Map<String, List<Value>> children = new LinkedHashMap<>();
    while (reader.next() != XMLStreamConstants.END_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        children.computeIfAbsent(name, n -> new ArrayList<>()).add(element(depth + 1));
      }
    }
    children.forEach((name, list) -> values.put(name, new Value.Items(list)));
    return new Value.Table(values);
  }
}
