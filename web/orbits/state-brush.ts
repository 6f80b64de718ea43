import { EARTH_RADIUS_KM, type View } from "./view.ts";

export type Colour = readonly [red: number, green: number, blue: number];

/** How points, or with size 0 the line through them, look, and so many seconds after their states. */
export interface Stroke {
  readonly colour: Colour;
  readonly alpha: number;
  readonly size: number;
  readonly seconds: number;
}

/** Draws states of six numbers (km, km/s, TEME) above the globe. */
export interface Brush {
  /** Wipes the canvas and takes how the globe is seen. */
  readonly begin: (view: View) => void;
  /** The first states of a buffer. */
  readonly draw: (states: WebGLBuffer, count: number, stroke: Stroke) => void;
  /** Those in some places of it, all at once. */
  readonly drawSome: (states: WebGLBuffer, places: Uint32Array, stroke: Stroke) => void;
  readonly end: () => void;
}

const FLOATS = 6;

/**
 * Points above the globe, moved by the graphics processor: states arrive once in a while, in between each follows its
 * velocity and the Earth's pull. MapLibre's globe is the unit sphere with y to the north pole and z to 0° E.
 */
const VERTEX = `#version 300 es
in vec3 r; in vec3 v;
uniform mat4 matrix; uniform vec2 sidereal; uniform float seconds; uniform float size;
out vec3 place; out float isRefused;
const float MU = 398600.8;
void main() {
  gl_PointSize = size;
  gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
  float distance = length(r);
  isRefused = distance < 1.0 ? 1.0 : 0.0;
  if (distance < 1.0) return;
  vec3 p = r + seconds * (v - 0.5 * seconds * MU / (distance * distance * distance) * r);
  vec3 fixedToEarth = vec3(sidereal.x * p.x + sidereal.y * p.y, sidereal.x * p.y - sidereal.y * p.x, p.z);
  place = fixedToEarth.yzx / ${EARTH_RADIUS_KM}.0;
  gl_Position = matrix * vec4(place, 1.0);
  // What the Earth hides is left out pixel by pixel; the map's own far plane would cut off high orbits.
  gl_Position.z = 0.0;
}`;

const FRAGMENT = `#version 300 es
precision highp float;
uniform vec4 colour; uniform bool isPoint; uniform vec3 eye;
in vec3 place; in float isRefused;
out vec4 pixel;
void main() {
  vec3 ray = place - eye;
  float nearest = clamp(-dot(eye, ray) / dot(ray, ray), 0.0, 1.0);
  bool isHidden = nearest < 1.0 && length(eye + nearest * ray) < 1.0;
  if (isHidden || isRefused > 0.0) discard;
  if (isPoint && length(gl_PointCoord - 0.5) > 0.5) discard;
  pixel = vec4(colour.rgb * colour.a, colour.a);
}`;

const UNIFORMS = ["matrix", "eye", "sidereal", "seconds", "size", "colour", "isPoint"] as const;

export function brushFor(gl: WebGL2RenderingContext): Brush {
  const program = programOf(gl);
  const uniforms = UNIFORMS.map((name) => [name, gl.getUniformLocation(program, name)] as const);
  const uniform = Object.fromEntries(uniforms) as Record<
    (typeof UNIFORMS)[number],
    WebGLUniformLocation | null
  >;
  const inputs = ["r", "v"].map((name) => gl.getAttribLocation(program, name));
  const indices = gl.createBuffer();
  const take = (states: WebGLBuffer, { colour, alpha, size, seconds }: Stroke) => {
    gl.bindBuffer(gl.ARRAY_BUFFER, states);
    inputs.forEach((place, i) => {
      gl.enableVertexAttribArray(place);
      gl.vertexAttribPointer(place, 3, gl.FLOAT, false, FLOATS * 4, i * 12);
    });
    gl.uniform4f(uniform.colour, ...colour, alpha);
    gl.uniform1f(uniform.size, size * devicePixelRatio);
    gl.uniform1i(uniform.isPoint, size > 0 ? 1 : 0);
    gl.uniform1f(uniform.seconds, seconds);
    return size > 0 ? gl.POINTS : gl.LINE_STRIP;
  };
  return {
    begin({ matrix, eye, sidereal }) {
      gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
      gl.clear(gl.COLOR_BUFFER_BIT);
      gl.enable(gl.BLEND);
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.useProgram(program);
      gl.uniformMatrix4fv(uniform.matrix, false, Float32Array.from(matrix));
      gl.uniform3f(uniform.eye, ...eye);
      gl.uniform2f(uniform.sidereal, Math.cos(sidereal), Math.sin(sidereal));
    },
    draw: (states, count, stroke) => gl.drawArrays(take(states, stroke), 0, count),
    drawSome(states, places, stroke) {
      const mode = take(states, stroke);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, places, gl.STREAM_DRAW);
      gl.drawElements(mode, places.length, gl.UNSIGNED_INT, 0);
    },
    end: () => gl.deleteProgram(program),
  };
}

function programOf(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return program;
}
