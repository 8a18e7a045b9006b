package dev.candor.telemetry.gateway;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.WireFormat;
import dev.candor.telemetry.gateway.BodyFault.Kind;
import io.opentelemetry.proto.common.v1.AnyValue;
import java.io.IOException;

/**
 * Looks at a protobuf body before it becomes objects: counts what would, and how deep it nests. A
 * few bytes can ask for many objects, so that a limit of bytes is none of memory.
 *
 * <p>What the parser would refuse the whole body for is made harmless in place: a text that is not
 * UTF-8 has its bytes beyond ASCII replaced by question marks, and a list in a value that could
 * nest too deeply becomes a field that nobody knows.
 */
final class WireScan {
  private static final int BYTES_OF_A_NUMBER = 8;

  // From a value by a list of keys and an entry to the next value.
  private static final int LEVELS_OF_A_VALUE = 3;

  // Of length-delimited content, under a number that a value does not have.
  private static final int UNKNOWN_TAG = 15 << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
  private static final int MORE = 0x80;

  private final byte[] body;
  private final CodedInputStream in;
  private final int nesting;
  private int left;

  private WireScan(byte[] body, ReceiverLimits limits) {
    this.body = body;
    this.in = CodedInputStream.newInstance(body);
    this.nesting = limits.nesting();
    this.left = limits.parts();
  }

  static void check(byte[] body, Descriptor type, ReceiverLimits limits) throws BodyFault {
    try {
      new WireScan(body, limits).message(type, 0);
    } catch (IOException e) {
      throw new BodyFault(Kind.UNREADABLE);
    }
  }

  private void message(Descriptor type, int depth) throws IOException, BodyFault {
    if (depth > nesting) {
      throw new BodyFault(Kind.UNREADABLE);
    }
    while (true) {
      int start = in.getTotalBytesRead();
      int tag = in.readTag();
      if (tag == 0) {
        return;
      }
      FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
      boolean delimited = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      if (field != null && delimited && isTooDeep(field, depth)) {
        hide(start, in.getTotalBytesRead());
        field = null;
      }
      if (field == null || !delimited) {
        spend(field == null || field.isRepeated() ? 1 : 0);
        in.skipField(tag);
      } else {
        delimited(field, depth);
      }
    }
  }

  private boolean isTooDeep(FieldDescriptor field, int depth) {
    return field.getJavaType() == JavaType.MESSAGE
        && field.getContainingType().equals(AnyValue.getDescriptor())
        && depth + LEVELS_OF_A_VALUE > nesting;
  }

  /** Writes another tag over this one, as long as it was. */
  private void hide(int start, int end) {
    body[start] = UNKNOWN_TAG;
    for (int i = start + 1; i < end; i++) {
      body[i - 1] |= (byte) MORE;
      body[i] = 0;
    }
  }

  private void delimited(FieldDescriptor field, int depth) throws IOException, BodyFault {
    int length = in.readRawVarint32();
    if (field.getJavaType() == JavaType.MESSAGE) {
      spend(1);
      int outer = in.pushLimit(length);
      message(field.getMessageType(), depth + 1);
      in.checkLastTagWas(0);
      in.popLimit(outer);
      return;
    }
    if (field.getType() == FieldDescriptor.Type.STRING) {
      int start = in.getTotalBytesRead();
      in.skipRawBytes(length);
      repair(start, length);
      spend(field.isRepeated() ? 1 : 0);
    } else {
      in.skipRawBytes(length);
      spend(field.isRepeated() ? length / BYTES_OF_A_NUMBER : 0);
    }
  }

  private void spend(int parts) throws BodyFault {
    left -= parts;
    if (left < 0) {
      throw new BodyFault(Kind.TOO_LARGE);
    }
  }

  private void repair(int start, int length) {
    if (!UnsafeByteOperations.unsafeWrap(body, start, length).isValidUtf8()) {
      for (int i = start; i < start + length; i++) {
        body[i] = body[i] < 0 ? (byte) '?' : body[i];
      }
    }
  }
}
