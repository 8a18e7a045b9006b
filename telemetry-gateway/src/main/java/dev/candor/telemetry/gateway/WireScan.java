package dev.candor.telemetry.gateway;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.UnsafeByteOperations;
import com.google.protobuf.WireFormat;
import dev.candor.telemetry.gateway.BodyFault.Kind;
import java.io.IOException;

/**
 * Looks at a protobuf body before it becomes objects: counts what would, and how deep it nests. A
 * few bytes can ask for many objects, so that a limit of bytes is none of memory.
 *
 * <p>A text that is not UTF-8 has its bytes beyond ASCII replaced by question marks, in place: the
 * parser would refuse the whole body for the sake of one.
 */
final class WireScan {
  private static final int BYTES_OF_A_NUMBER = 8;

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
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
      boolean delimited = WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
      if (field == null || !delimited) {
        spend(field == null || field.isRepeated() ? 1 : 0);
        in.skipField(tag);
      } else {
        delimited(field, depth);
      }
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
