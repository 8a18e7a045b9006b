package dev.candor.docs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Stands before some interfaces and notes which of their methods are called. */
final class CallWatch {
  private final List<Class<?>> watched;
  private final Set<String> called = new TreeSet<>();

  CallWatch(Class<?>... watched) {
    this.watched = List.of(watched);
  }

  /** Returns {@code target} behind this watch; so is whatever it returns that is watched. */
  <T> T before(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call(target, method, arguments)));
  }

  private Object call(Object target, Method method, Object[] arguments) throws Throwable {
    called.add(name(method));
    Object result;
    try {
      result = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    return watched.contains(method.getReturnType()) ? wrap(method.getReturnType(), result) : result;
  }

  private <T> T wrap(Class<T> type, Object result) {
    return before(type, type.cast(result));
  }

  /** What was called so far. */
  Set<String> called() {
    return called;
  }

  /** All that could be called: what the watched interfaces declare for an object. */
  Set<String> callable() {
    Set<String> names = new TreeSet<>();
    for (Class<?> type : watched) {
      for (Method method : type.getDeclaredMethods()) {
        if (!java.lang.reflect.Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()) {
          names.add(name(method));
        }
      }
    }
    return names;
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName()
        + "."
        + method.getName()
        + "/"
        + method.getParameterCount();
  }
}
